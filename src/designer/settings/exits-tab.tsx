import { Unplug } from 'lucide-react';
import type { Exit } from '#contract/element-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import { graphOf } from '#format/graph.ts';
import type { Element } from '#format/interaction.ts';
import { onlyOffered } from '#format/only-offered.ts';
import type { ElementId } from '#prelude/ids.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { connect, replaceTarget, targetsOf } from '../commands/connect.ts';
import { disconnect } from '../commands/delete.ts';
import { optionConnectors } from '../commands/options.ts';
import { goToElement } from '../editor/go-to-element.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';

/** Where each way out leads: everything that can be drawn can be chosen here. */
export function ExitsTab({ id, exits }: { id: ElementId; exits: readonly Exit[] }) {
  return (
    <>
      {exits.map((exit) =>
        exit.connectors === 'one' ? (
          <ExitField key={exit.name} id={id} exit={exit} only={exits.length === 1} />
        ) : (
          <OptionExits key={exit.name} id={id} exit={exit} />
        ),
      )}
      <Entrances id={id} />
    </>
  );
}

/** Where each option leads: the way on is its own, but here all of them are in sight. */
function OptionExits({ id, exit }: { id: ElementId; exit: Exit }) {
  const editor = useEditor();
  const { elements } = useInteraction();
  if (exit.onlyOffers) return <p className="settings-muted">Whatever is chosen, the way on is the one above.</p>;
  const options = optionConnectors(editor, id, exit.name).map(({ to }) => to);
  if (options.length === 0) {
    return <p className="settings-muted">Each answer has its own way on. Add answers on the {exit.label} tab first.</p>;
  }
  return options.map((option) => {
    const element = elements[option];
    const type = element && editor.catalog.get(element.type);
    const [way, second] = element && type ? type.exits(settingsOf(element)) : [];
    if (!element || !way || second) return null;
    return <ExitField key={option} id={option} exit={{ ...way, label: element.name }} only />;
  });
}

interface ExitFieldProps {
  id: ElementId;
  exit: Exit;
  /** Whether the element has no other way out. */
  only: boolean;
}

function ExitField({ id, exit, only }: ExitFieldProps) {
  const editor = useEditor();
  const interaction = useInteraction();
  const connector = graphOf(interaction)
    .from(id)
    .find((candidate) => candidate.exit === exit.name || (only && candidate.exit === undefined));
  const targets = targetsOf(editor, id, exit.name).map((target) => {
    const element = interaction.elements[target];
    return {
      id: target,
      label: element?.name ?? target,
      description: editor.catalog.get(element?.type ?? '')?.title,
    };
  });
  const choose = (target: string | null) => {
    if (target === null || target === connector?.to) return;
    if (connector) replaceTarget(editor, id, exit.name, target as ElementId);
    else connect(editor, id, exit.name, target as ElementId);
  };
  const open = onlyOffered(interaction, editor.catalog).has(id)
    ? 'Not followed: the run goes on from the Question'
    : exit.unconnected === 'problem'
      ? 'Leads nowhere yet'
      : 'Ends the Interaction';
  return (
    <div className="settings-exit">
      <ComboBox
        key={`${connector?.to ?? ''} ${targets.length}`}
        label={`${exit.label} leads to`}
        options={targets}
        value={connector?.to ?? null}
        placeholder={open}
        onChange={choose}
      />
      <IconButton
        label={`Disconnect ${exit.label}`}
        icon={<Unplug />}
        isDisabled={!connector}
        onPress={() => connector && disconnect(editor, connector.id)}
      />
    </div>
  );
}

/** What leads here: each can be gone to. */
function Entrances({ id }: { id: ElementId }) {
  const editor = useEditor();
  const interaction = useInteraction();
  const from = [
    ...new Set(
      graphOf(interaction)
        .into(id)
        .map((connector) => connector.from),
    ),
  ];
  if (from.length === 0) return null;
  return (
    <div className="settings-entrances">
      <h3>Reached from</h3>
      <ul>
        {from.map((source) => (
          <li key={source}>
            <button type="button" className="settings-link" onClick={() => goToElement(editor, source)}>
              {nameWithType(
                editor.catalog.get(interaction.elements[source]?.type ?? '')?.title,
                interaction.elements[source],
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameWithType(title: string | undefined, element: Element | undefined): string {
  return `${title ?? 'Element'}: ${element?.name ?? ''}`;
}
