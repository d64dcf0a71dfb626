import {
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Ellipsis,
  LoaderCircle,
  Play,
} from 'lucide-react';
import { useId } from 'react';
import type { InteractionTest } from '#format/interaction.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu } from '#ui/menu.tsx';
import { duplicateTest, removeTest } from '../../commands/tests.ts';
import { useEditor, useInteraction } from '../../page/editor-context.ts';
import { type RunsState, stateOfTest, type TestRuns, type TestState } from '../../tests/test-runs.ts';
import { Failures } from './failures.tsx';
import { TestForm } from './test-form.tsx';

export interface TestRowProps {
  id: string;
  test: InteractionTest;
  runs: TestRuns;
  state: RunsState;
}

const SIGNS = {
  'not-run': { Icon: CircleDashed, words: 'Not run' },
  running: { Icon: LoaderCircle, words: 'Running' },
  passed: { Icon: CircleCheck, words: 'Passed' },
  failed: { Icon: CircleAlert, words: 'Failed' },
  outdated: { Icon: CircleDashed, words: 'Not run since the last change' },
} as const satisfies Record<TestState, unknown>;

/** One test: how it stands, why it failed, and its steps where it stands open. */
export function TestRow({ id, test, runs, state }: TestRowProps) {
  const editor = useEditor();
  const interaction = useInteraction();
  const standing = stateOfTest(state, interaction, id);
  const ran = state.ran.get(id);
  const isOpen = state.opened === id;
  const form = useId();
  const { Icon, words } = SIGNS[standing];
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className="panel-item panel-test" data-state={standing}>
      <div className="panel-words">
        <div className="panel-test-head">
          <button
            type="button"
            className="panel-link panel-test-name"
            aria-expanded={isOpen}
            aria-controls={isOpen ? form : undefined}
            onClick={() => runs.open(isOpen ? undefined : id)}
          >
            <Chevron aria-hidden="true" />
            <span>{test.name}</span>
          </button>
          <IconButton size="small" label={`Run “${test.name}”`} icon={<Play />} onPress={() => void runs.run([id])} />
          <Menu
            placement="bottom end"
            trigger={<IconButton size="small" label={`More for “${test.name}”`} icon={<Ellipsis />} />}
            label={`More for “${test.name}”`}
            entries={[
              { kind: 'action', id: 'edit', label: 'Rename and edit', onAction: () => runs.open(id) },
              {
                kind: 'action',
                id: 'duplicate',
                label: 'Duplicate',
                onAction: () => runs.open(duplicateTest(editor, id)),
              },
              {
                kind: 'action',
                id: 'delete',
                label: 'Delete',
                isDanger: true,
                onAction: () => {
                  removeTest(editor, id);
                  editor.say(`Deleted the test “${test.name}”; Undo brings it back`);
                },
              },
            ]}
          />
        </div>
        <p className="panel-muted panel-test-state">
          <Icon aria-hidden="true" /> {words}
        </p>
        {standing === 'failed' && ran ? <Failures failures={ran.failures} /> : null}
        {isOpen ? (
          <div id={form}>
            <TestForm
              id={id}
              test={test}
              notes={state.notes.get(id) ?? []}
              seen={standing === 'passed' || standing === 'failed' ? ran?.seen : undefined}
            />
          </div>
        ) : null}
      </div>
    </li>
  );
}
