import { Trash2 } from 'lucide-react';
import { ENGINE_OUTCOMES } from '#contract/event.ts';
import { textIn } from '#contract/localized-text.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { InteractionTest } from '#format/interaction.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useEditor, useInteraction } from '../../page/editor-context.ts';
import { useAccountOfCopy } from '../../server/account-known.tsx';
import { nameOf } from './failures.tsx';
import { ShownTexts } from './shown-texts.tsx';
import { VariableValues } from './variable-values.tsx';

type Expect = InteractionTest['expect'];

export interface ExpectationsProps {
  expect: Expect;
  onChange(expect: Expect, field: string): void;
}

const ANY = { id: '', label: 'Any' } as const;

/** What must come out: how it ends or where it waits, on which path, with which values. What is not said may be anything. */
export function Expectations({ expect, onChange }: ExpectationsProps) {
  const interaction = useInteraction();
  const outcomes = useOutcomes(expect.outcome);
  const { outcome, at, visited, variables = {}, shows = [], hides = [], ...rest } = expect;
  const set = (next: Partial<{ [K in keyof Expect]: Expect[K] | undefined }>, field: string) => {
    const all = Object.entries({ ...expect, ...next }).filter(([, value]) => value !== undefined);
    onChange({ ...rest, ...Object.fromEntries(all) }, field);
  };
  const elements = Object.entries(interaction.elements).map(([id, { name }]) => ({ id, label: name }));
  const places = [ANY, ...elements, ...(at === undefined || at in interaction.elements ? [] : [{ id: at, label: at }])];
  return (
    <fieldset className="panel-set">
      <legend className="wm-label">Expected at the end</legend>
      <ComboBox<string>
        label="Outcome"
        key={`outcome ${outcomes.map(({ id }) => id).join()}`}
        options={outcomes}
        value={outcome ?? ''}
        onChange={(id) => {
          if (id !== null && id !== (outcome ?? '')) set({ outcome: id === '' ? undefined : id }, 'outcome');
        }}
      />
      <ComboBox<string>
        label="Ends or waits at"
        key={`at ${places.map(({ id, label }) => `${id} ${label}`).join()}`}
        options={places}
        value={at ?? ''}
        onChange={(id) => {
          if (id !== null && id !== (at ?? '')) set({ at: id === '' ? undefined : (id as ElementPath) }, 'at');
        }}
      />
      {visited ? (
        <div className="panel-set-row">
          <div className="panel-path">
            <span className="wm-label">Path</span>
            <p>{visited.map((path) => nameOf(path, interaction)).join(' → ')}</p>
          </div>
          <IconButton
            size="small"
            label="Do not expect a path"
            icon={<Trash2 />}
            onPress={() => set({ visited: undefined }, 'visited')}
          />
        </div>
      ) : null}
      <ShownTexts
        label="Shown on the way"
        add="Expect words on a page"
        texts={shows}
        onChange={(next, field) => set({ shows: next }, field)}
      />
      <ShownTexts
        label="Never shown"
        add="Expect words on no page"
        texts={hides}
        onChange={(next, field) => set({ hides: next }, `hides.${field}`)}
      />
      <VariableValues
        legend="Values at the end"
        add="Expect a value"
        values={variables}
        onChange={(values, field) =>
          set({ variables: Object.keys(values).length === 0 ? undefined : values }, `variables.${field}`)
        }
      />
    </fieldset>
  );
}

/** Outcomes that can be expected: the engine's, those of the file's ends, and those of the account. */
function useOutcomes(current: string | undefined): readonly { id: string; label: string }[] {
  const { catalog } = useEditor();
  const { elements } = useInteraction();
  const { outcomes = [] } = useAccountOfCopy();
  const own = Object.values(elements).flatMap((element) =>
    (catalog.get(element.type)?.references?.(settingsOf(element)) ?? []).flatMap(({ kind, key }) =>
      kind === 'outcome' ? [key] : [],
    ),
  );
  const known = outcomes.filter(({ retired }) => !retired).map(({ key }) => key);
  const keys = new Set([
    ENGINE_OUTCOMES.completed,
    ENGINE_OUTCOMES.transferred,
    ENGINE_OUTCOMES.failed,
    ...own,
    ...known,
    ...(current === undefined ? [] : [current]),
  ]);
  const labels = new Map(outcomes.map(({ key, label }) => [key, textIn(label, 'en', 'en')]));
  return [ANY, ...[...keys].map((key) => ({ id: key, label: labels.get(key) || key }))];
}
