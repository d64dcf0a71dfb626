import { useEffect, useSyncExternalStore } from 'react';
import type { InteractionTest } from '#format/interaction.ts';
import type { AccountId } from '#prelude/ids.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { runsOf } from '../tests/runs-of.ts';
import { stateOfTest } from '../tests/test-runs.ts';

/** As many as are worth reading before publishing. */
const MOST = 5;

export interface PublishTestsProps {
  account: AccountId;
  onClose: () => void;
}

/** Runs the tests while the dialog is filled in and names those that fail; a draft can be published all the same. */
export function PublishTests({ account, onClose }: PublishTestsProps) {
  const editor = useEditor();
  const interaction = useInteraction();
  const runs = runsOf(editor, account);
  const state = useSyncExternalStore(runs.subscribe, () => runs.state);
  useEffect(() => {
    void runs.run();
  }, [runs]);
  const tests: [string, InteractionTest][] = Object.entries(interaction.tests);
  if (tests.length === 0) return null;
  const failed = tests.filter(([id]) => stateOfTest(state, interaction, id) === 'failed');
  if (state.running.size > 0) {
    return (
      <p className="publish-note" role="status">
        Running {tests.length === 1 ? 'the test' : `the ${tests.length} tests`}…
      </p>
    );
  }
  if (failed.length === 0) {
    const passed = tests.filter(([id]) => stateOfTest(state, interaction, id) === 'passed').length;
    return (
      <p className="publish-note" role="status">
        {passed < tests.length
          ? `${passed} of ${tests.length} tests were run and pass; the server will run all.`
          : tests.length === 1
            ? 'The test passes.'
            : `All ${tests.length} tests pass.`}
      </p>
    );
  }
  return (
    <Banner
      tone="warning"
      isLive
      title={`${failed.length} of ${tests.length} ${tests.length === 1 ? 'test' : 'tests'} failed`}
      actions={
        <Button
          size="small"
          onPress={() => {
            onClose();
            editor.look({ panel: 'tests' });
          }}
        >
          Show tests
        </Button>
      }
    >
      <p>A draft can be published and tested with them; the account may not let it be approved.</p>
      <ul className="publish-lacks">
        {failed.slice(0, MOST).map(([id, { name }]) => (
          <li key={id}>{name}</li>
        ))}
        {failed.length > MOST ? <li>And {failed.length - MOST} more.</li> : null}
      </ul>
    </Banner>
  );
}
