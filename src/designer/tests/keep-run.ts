import type { SessionEvent } from '#contract/event.ts';
import type { RecordedTest } from '#engine/tests/record-test.ts';
import type { AccountId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { addTest, freeTestName } from '../commands/tests.ts';
import type { Editor } from '../editor/editor.ts';
import { runsOf } from './runs-of.ts';
import type { TestRuns } from './test-runs.ts';

/** Characters of the name that a kept run gets. */
const NAME = 80;

/** A run of the preview. */
export interface PlayedRun {
  readonly events: readonly SessionEvent[];
  /** The account's values that it read. */
  readonly values: JsonObject | undefined;
}

/** Keeps what was played in the preview as a test, and shows it. */
export async function keepRun(
  editor: Editor,
  account: AccountId | undefined,
  { events, values }: PlayedRun,
): Promise<void> {
  const runs = runsOf(editor, account);
  const name = freeTestName(editor, nameOf(events));
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const recorded = await runs.record(events, { name, hidesPersonal: false, timeZone, ...(values ? { values } : {}) });
  if (recorded.ok) showKept(editor, runs, recorded.value);
  else editor.say(`The run was not kept: ${recorded.error}`);
}

/** Puts a recorded test into the working copy, opens it and runs it. */
export function showKept(editor: Editor, runs: TestRuns, { test, notes }: RecordedTest): void {
  const id = addTest(editor, test, 'Keep test');
  runs.open(id, notes);
  editor.look({ panel: 'tests' });
  editor.say(`Kept as test “${test.name}”`);
  void runs.run([id]);
}

/** What was answered; secrets are masked in it. */
function nameOf(events: readonly SessionEvent[]): string {
  const shown = events.flatMap((event) => (event.kind === 'answer-given' && event.shown !== '' ? [event.shown] : []));
  const words = [...new Set(shown)].join(', ');
  if (words === '') return 'From the preview';
  return words.length > NAME ? `${words.slice(0, NAME)}…` : words;
}
