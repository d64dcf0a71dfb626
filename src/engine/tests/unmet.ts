import { ENGINE_OUTCOMES } from '#contract/event.ts';
import type { InteractionTest, TestAnswer } from '#format/interaction.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { LocalRun } from '../local-run.ts';
import type { Program } from '../program.ts';
import { sameJson } from '../same-json.ts';
import type { Expected, TestFailure } from './failure.ts';
import { areSeen } from './page-words.ts';

interface Ended {
  readonly program: Program;
  readonly run: LocalRun;
  /** What had to be seen, and was not on any page. */
  readonly unseen: readonly string[];
  /** What may not be seen, and was not so far. */
  readonly hidden: readonly string[];
  /** What was answered where nothing asked. */
  readonly unused: readonly TestAnswer[];
}

/** In what the end of a run is not as its test expects. */
export function unmet(
  { expect }: InteractionTest,
  { program, run, unseen, hidden, unused }: Ended,
): readonly TestFailure[] {
  const { state, events } = run;
  const { at, error, summary = '' } = state;
  const missing = error?.code === 'engine.sub-missing' ? calledAt(program, error.element) : undefined;
  // Of a run that could not be made nothing more can be told.
  if (error && missing !== undefined) return [{ kind: 'missing', at: error.element, interaction: missing }];
  const failures: TestFailure[] = [];
  const compare = (of: Expected, expected: Json | undefined, seen: Json | undefined) => {
    if (expected === undefined || sameJson(expected, seen)) return;
    failures.push({ kind: 'differs', at, of, expected, ...(seen === undefined ? {} : { seen }) });
  };
  compare({ what: 'outcome' }, expect.outcome, state.outcome);
  compare({ what: 'at' }, expect.at, at);
  const visited = events.flatMap((event) => (event.kind === 'element-entered' ? [event.element] : []));
  compare({ what: 'visited' }, expect.visited, visited);
  for (const [key, value] of Object.entries(expect.variables ?? {}))
    compare({ what: 'variable', key }, value, state.variables[key]);
  for (const text of unseen) if (!areSeen(text, [summary])) failures.push({ kind: 'never-shown', at, text });
  for (const text of hidden) if (areSeen(text, [summary])) failures.push({ kind: 'shown', at, text });
  // Why it failed says more than that it ended otherwise than expected.
  if (error && expect.outcome !== ENGINE_OUTCOMES.failed) {
    failures.unshift({ kind: 'broke', at: error.element, message: error.message });
  }
  return [...unused.map(({ at }): TestFailure => ({ kind: 'unused', at })), ...failures];
}

/** The Interaction that an element runs. */
function calledAt(program: Program, element: ElementPath): string | undefined {
  const node = program.find(element)?.node;
  return node?.type.references?.(node.settings).find(({ kind }) => kind === 'interaction')?.key;
}
