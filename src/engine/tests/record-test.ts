import { ENGINE_OUTCOMES, type SessionEvent } from '#contract/event.ts';
import type { InteractionTest, TestAnswer, Variable } from '#format/interaction.ts';
import type { VariableKey } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { evolve } from '../evolve.ts';
import type { Place, Program } from '../program.ts';
import { sameJson } from '../same-json.ts';
import { ownVariables, type SessionState } from '../state.ts';
import { modelContext } from '../walks/model-context.ts';
import { givenMoment } from './given-moment.ts';
import { hiddenIn, madeUpFor } from './made-up.ts';
import { failedEffects, type PassedAnswer, passedPages } from './passed-pages.ts';
import { runTest, visitedIn } from './run-test.ts';
import { type Surroundings, seenBySession } from './seen-by-session.ts';

export interface RecordOptions extends Surroundings {
  readonly name: string;
  /** Values that belong to a person are left out too: of sessions with customers. Secrets always are. */
  readonly hidesPersonal: boolean;
}

/** A session as a test, and what of it the test could not keep, a sentence each. */
export interface RecordedTest {
  readonly test: InteractionTest;
  readonly notes: readonly string[];
}

/** Longer paths are not expected step by step. */
const LONGEST_PATH = 200;

/**
 * Makes a test of a session that was run: what was given and what it saw of its surroundings, what was answered on the way
 * that counted in the end, and as expectations what comes out when just that is done again. Secrets are never kept;
 * made-up answers stand in their place. The moment is given where anything depends on it.
 */
export function recordTest(program: Program, log: readonly SessionEvent[], options: RecordOptions): RecordedTest {
  const { name, hidesPersonal } = options;
  const state = evolve(undefined, log);
  const [first] = log;
  const started = first?.kind === 'session-started' ? first : undefined;
  const hidden = hiddenIn(program, hidesPersonal);
  const seen = seenBySession(program, started, options, hidesPersonal);
  const notes: string[] = [...seen.notes];
  if (log.some(({ kind }) => kind === 'language-changed')) {
    notes.push('The language was changed on the way: the test stays in the one that it began in');
  }
  const given = { ...givenIn(program, started, hidden), ...seen.given };
  const answers = passedPages(log).flatMap((passed) => {
    const place = program.find(passed.at);
    return place && asksOf(place) ? [answerOf(program, place, passed, hidesPersonal, notes)] : [];
  });
  const effects = failedEffects(log);
  const bare: InteractionTest = {
    name,
    ...(isEmpty(given) ? {} : { given }),
    answers,
    ...(isEmpty(effects) ? {} : { effects }),
    expect: endOf(state),
  };
  const draft = { ...bare, ...givenMoment(program, bare, started?.at ?? 0, options.timeZone) };
  const expect = expectationOf(program, draft, started?.at ?? 0, hidden);
  const differs = differenceFrom(state, expect, program);
  return { test: { ...draft, expect }, notes: differs === undefined ? notes : [...notes, differs] };
}

/** What was given at the start beyond the defaults. */
function givenIn(
  program: Program,
  started: (SessionEvent & { kind: 'session-started' }) | undefined,
  hidden: ReadonlySet<string>,
): JsonObject {
  const variables = started?.variables ?? {};
  const declared = program.interaction.variables;
  const kept = Object.entries(variables).filter(([key, value]) => {
    const variable: Variable | undefined = declared[key as VariableKey];
    return variable && !hidden.has(key) && !(variable.default !== undefined && sameJson(variable.default, value));
  });
  return Object.fromEntries(kept);
}

/** Whether something can be answered there; going on from a page that asks nothing is no part of a test. */
function asksOf(place: Place): boolean {
  const { type, settings } = place.node;
  return type.domain(settings, modelContext(place)).samples.some((sample) => sample !== undefined);
}

function answerOf(
  program: Program,
  place: Place,
  { at, answer, isSecret }: PassedAnswer,
  hidesPersonal: boolean,
  notes: string[],
): TestAnswer {
  const madeUp = madeUpFor(place, answer, { isSecret, hidesPersonal });
  if (!madeUp) return { at, ...(answer === undefined ? {} : { answer }) };
  notes.push(`The answer at “${nameOf(program, at)}” is ${madeUp.because}: a made-up one stands in its place`);
  return { at, ...(madeUp.answer === undefined ? {} : { answer: madeUp.answer }) };
}

function endOf({ status, outcome, at }: SessionState): InteractionTest['expect'] {
  const isOver = status === 'ended' || status === 'failed';
  // Nobody quits in a test, and no time passes: it waits where the session was left.
  const wasLeft = outcome === ENGINE_OUTCOMES.quit || outcome === ENGINE_OUTCOMES.timedOut;
  return isOver && !wasLeft && outcome !== undefined ? { outcome } : { at };
}

function expectationOf(
  program: Program,
  draft: InteractionTest,
  moment: Instant,
  hidden: ReadonlySet<string>,
): InteractionTest['expect'] {
  const { state, events } = runTest(program, draft, moment);
  if (!state) return draft.expect;
  const end = state.outcome === undefined ? { at: state.at } : { outcome: state.outcome };
  const visited = visitedIn(events);
  const variables = Object.fromEntries(
    Object.entries(ownVariables(state.variables)).filter(([key]) => !hidden.has(key)),
  );
  return {
    ...end,
    ...(visited.length <= LONGEST_PATH ? { visited } : {}),
    ...(isEmpty(variables) ? {} : { variables }),
  };
}

function differenceFrom(state: SessionState, expect: InteractionTest['expect'], program: Program): string | undefined {
  const wanted = endOf(state);
  const sameEnd = wanted.outcome === undefined ? wanted.at === expect.at : wanted.outcome === expect.outcome;
  const values = ownVariables(state.variables);
  const other = Object.entries(expect.variables ?? {}).find(([key, value]) => !sameJson(value ?? null, values[key]));
  if (sameEnd && !other) return undefined;
  const how = sameEnd && other ? `“${labelOf(program, other[0])}” gets another value` : 'it ends otherwise';
  return `Done again, ${how} than in the session: jumps, buttons, files and answers of outside systems are not part of a test`;
}

function nameOf(program: Program, at: PassedAnswer['at']): string {
  return program.find(at)?.node.element.name ?? at;
}

function labelOf(program: Program, key: string): string {
  const variable: Variable | undefined = program.interaction.variables[key as VariableKey];
  return variable?.label || key;
}

function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0;
}
