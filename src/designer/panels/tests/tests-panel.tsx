import { CircleDot, FlaskConical, Play, Plus } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Interaction, InteractionTest } from '#format/interaction.ts';
import type { AccountId } from '#prelude/ids.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { addTest, freeTestName } from '../../commands/tests.ts';
import { useEditor, useEditorState, useInteraction } from '../../page/editor-context.ts';
import { runsOf } from '../../tests/runs-of.ts';
import { type RunsState, stateOfTest, type TestRuns } from '../../tests/test-runs.ts';
import { CoverageSection } from './coverage-section.tsx';
import { TestRow } from './test-row.tsx';
import './tests.css';

/** The tests of the Interaction: run, changed, kept of runs; and what they do not reach. */
export function TestsPanel({ account }: { account: AccountId | undefined }) {
  const editor = useEditor();
  const interaction = useInteraction();
  const runs = runsOf(editor, account);
  const state = useSyncExternalStore(runs.subscribe, () => runs.state);
  useAskedToRun(runs);
  const tests: [string, InteractionTest][] = Object.entries(interaction.tests);
  const add = () => {
    const name = freeTestName(editor, 'Test');
    runs.open(addTest(editor, { name, answers: [], expect: {} }));
  };
  return (
    <div className="panel-tests">
      <div className="panel-row panel-tests-head">
        <Button
          size="small"
          variant="primary"
          icon={<Play />}
          isDisabled={tests.length === 0}
          isPending={state.running.size > 0}
          onPress={() => void runs.run()}
        >
          Run all
        </Button>
        <Button size="small" icon={<Plus />} onPress={add}>
          New test
        </Button>
        <Button size="small" icon={<CircleDot />} onPress={() => editor.look(RECORDING)}>
          Record
        </Button>
        <span className="panel-muted" role="status">
          {summaryOf(state, interaction)}
        </span>
      </div>
      {state.trouble === undefined ? null : (
        <Banner tone="danger" title="The tests did not run to their end" isLive>
          {state.trouble}
        </Banner>
      )}
      {tests.length === 0 ? (
        <EmptyState icon={<FlaskConical />} title="No tests yet">
          A test says what is answered and what must come out. Record one: preview the Interaction and press Keep as
          test.
        </EmptyState>
      ) : (
        <ul className="panel-list" aria-label="Tests">
          {tests.map(([id, test]) => (
            <TestRow key={id} id={id} test={test} runs={runs} state={state} />
          ))}
        </ul>
      )}
      <CoverageSection runs={runs} state={state} />
    </div>
  );
}

/** Recording is previewing from the start; the preview keeps what was played. */
const RECORDING = { panel: 'preview', preview: { from: undefined } } as const;

/** A command asked for all tests. */
function useAskedToRun(runs: TestRuns): void {
  const editor = useEditor();
  const asked = useEditorState((state) => state.view.runTests);
  const done = useRef<object>(undefined);
  useEffect(() => {
    if (asked === undefined || done.current === asked) return;
    done.current = asked;
    editor.look({ runTests: undefined });
    void runs.run();
  }, [editor, runs, asked]);
}

function summaryOf(state: RunsState, interaction: Interaction): string {
  const counts = { passed: 0, failed: 0, running: 0, 'not-run': 0, outdated: 0 };
  for (const id of Object.keys(interaction.tests)) counts[stateOfTest(state, interaction, id)]++;
  if (counts.running > 0) return 'Running…';
  const parts = [
    counts.failed > 0 ? `${counts.failed} failed` : '',
    counts.passed > 0 ? `${counts.passed} passed` : '',
    counts['not-run'] + counts.outdated > 0 ? `${counts['not-run'] + counts.outdated} not run` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
