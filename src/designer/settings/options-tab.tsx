import { ArrowDown, ArrowUp, Plus, SquareArrowOutUpRight, Unplug } from 'lucide-react';
import { useState } from 'react';
import { settingsOf } from '#format/element-settings.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { addOptions } from '../commands/add-option.ts';
import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/delete.ts';
import { moveOption, optionConnectors } from '../commands/options.ts';
import { renameElement } from '../commands/rename.ts';
import { goToElement } from '../editor/go-to-element.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';

/** The options of an element that asks: named, ordered, added and taken away without leaving its settings. */
export function OptionsTab({ id, exit }: { id: ElementId; exit: string }) {
  const editor = useEditor();
  useInteraction();
  const connectors = optionConnectors(editor, id, exit);
  return (
    <>
      {connectors.length === 0 ? (
        <p className="settings-muted">
          No choices yet. Type the answers that people can give, one a line; each becomes a card on the map with a way
          on of its own.
        </p>
      ) : null}
      <ol className="settings-options">
        {connectors.map((connector, index) => (
          <OptionRow
            key={connector.id}
            connector={connector.id}
            option={connector.to}
            number={index + 1}
            isLast={index === connectors.length - 1}
            onMove={(to) => moveOption(editor, id, exit, connector.id, to)}
          />
        ))}
      </ol>
      <NewOptions id={id} />
      <SharedOption id={id} exit={exit} taken={new Set(connectors.map(({ to }) => to))} />
    </>
  );
}

interface OptionRowProps {
  connector: ConnectorId;
  option: ElementId;
  number: number;
  isLast: boolean;
  onMove(to: number): void;
}

function OptionRow({ connector, option, number, isLast, onMove }: OptionRowProps) {
  const editor = useEditor();
  const name = useInteraction().elements[option]?.name ?? '';
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return (
    <li className="settings-option">
      <TextField
        label={`Choice ${number}`}
        isLabelHidden
        value={typed ?? name}
        onChange={(text) => {
          setTyped(text);
          renameElement(editor, option, text);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <IconButton
        size="small"
        label={`Move ${name} up`}
        icon={<ArrowUp />}
        isDisabled={number === 1}
        onPress={() => onMove(number - 2)}
      />
      <IconButton
        size="small"
        label={`Move ${name} down`}
        icon={<ArrowDown />}
        isDisabled={isLast}
        onPress={() => onMove(number)}
      />
      <IconButton
        size="small"
        label={`Go to ${name}`}
        icon={<SquareArrowOutUpRight />}
        onPress={() => goToElement(editor, option)}
      />
      <IconButton
        size="small"
        label={`Disconnect ${name}`}
        icon={<Unplug />}
        onPress={() => disconnect(editor, connector)}
      />
    </li>
  );
}

function NewOptions({ id }: { id: ElementId }) {
  const editor = useEditor();
  const [text, setText] = useState('');
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const add = () => {
    editor.edit(lines.length === 1 ? 'Insert Choice' : `Insert ${lines.length} Choices`, (draft) => {
      addOptions(draft, id, lines);
      return [id];
    });
    setText('');
  };
  return (
    <div className="settings-new-options">
      <TextArea label="New choices, one a line" rows={2} value={text} onChange={setText} />
      <div>
        <Button size="small" icon={<Plus />} isDisabled={lines.length === 0} onPress={add}>
          {lines.length > 1 ? `Add ${lines.length} Choices` : 'Add Choice'}
        </Button>
      </div>
    </div>
  );
}

/** Several Questions may offer the same Choice. */
function SharedOption({ id, exit, taken }: { id: ElementId; exit: string; taken: ReadonlySet<ElementId> }) {
  const editor = useEditor();
  const { elements } = useInteraction();
  const others = Object.entries(elements).flatMap(([key, element]) => {
    const face = editor.catalog.get(element.type)?.option?.(settingsOf(element));
    return face && !taken.has(key as ElementId) ? [{ id: key, label: element.name }] : [];
  });
  if (others.length === 0) return null;
  return (
    <ComboBox
      key={others.length}
      label="Offer a Choice that is there already"
      options={others}
      value={null}
      onChange={(option) => option !== null && connect(editor, id, exit, option as ElementId)}
    />
  );
}
