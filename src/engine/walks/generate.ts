import type { SessionEvent } from '#contract/event.ts';
import { canonicalJson } from '#format/canonical.ts';
import type { InteractionTest } from '#format/interaction.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { decide } from '../decide.ts';
import { exitsToTake } from '../exits-to-take.ts';
import type { Given } from '../given.ts';
import type { Program } from '../program.ts';
import { start } from '../start.ts';
import type { SessionState } from '../state.ts';
import type { Step } from '../step.ts';
import { startOf, type TestStart } from '../tests/begin-test.ts';
import { exitPlace, rulePlace, rulesOf } from '../tests/coverage.ts';
import { type Move, movesFrom } from './moves.ts';
import { valuesToTry } from './values-to-try.ts';

/** A way through an Interaction that shows something no other one shows. */
export interface GeneratedWalk {
  readonly moves: readonly Move[];
  /** The exits and rules that it is the first to take, as coverage writes them. */
  readonly shows: readonly string[];
  /** The test whose `given` it begins with; with nothing given where left out. */
  readonly begins?: string;
  /** How it ends; undefined where it still waits. */
  readonly outcome?: string;
  readonly visited: readonly ElementPath[];
}

export interface Walks {
  readonly walks: readonly GeneratedWalk[];
  /** Exits and rules that no walk takes: none leads there, or none was found. */
  readonly missing: readonly string[];
  /** Every way was tried; otherwise the search was cut short, and what is missing may still be reachable. */
  readonly exhausted: boolean;
}

export interface WalkLimits {
  /** Steps that may be tried altogether. */
  readonly steps?: number;
  /** Different states that are followed from one page. */
  readonly statesOfPage?: number;
}

interface Found {
  readonly state: SessionState;
  /** Secrets that were answered on the way, which no state holds. */
  readonly given: Given;
  readonly from: Beginning;
  readonly moves: readonly Move[];
  readonly visited: readonly ElementPath[];
}

/**
 * Walks through an Interaction by what its elements say is possible, until every exit was taken that can be, and returns
 * the walks that show them all. Breadth first: the first walk that shows an exit is one of the shortest. What cannot be
 * reached from nothing is looked for from what the tests give. The same Interaction always gives the same walks.
 */
export function generateWalks(program: Program, now: Instant, limits: WalkLimits = {}): Walks {
  const shown = new Set<string>();
  const walks: GeneratedWalk[] = [];
  let exhausted = true;
  for (const beginning of beginningsOf(program, now)) {
    if (missingFrom(program, shown).length === 0) break;
    if (!search(program, beginning, { shown, walks }, limits)) exhausted = false;
  }
  return { walks: merged(walks), missing: missingFrom(program, shown), exhausted };
}

/** What a walk begins with: nothing, or what a test gives. */
interface Beginning extends TestStart {
  readonly test?: string;
}

/** Nothing first; tests that give the same count once. */
function beginningsOf(program: Program, now: Instant): readonly Beginning[] {
  const { tests } = program.interaction;
  const given = new Map<string, readonly [test: string | undefined, given: JsonObject]>([['{}', [undefined, {}]]]);
  for (const [id, test] of Object.entries(tests) as [string, InteractionTest][]) {
    const key = canonicalJson(test.given ?? {});
    if (!given.has(key)) given.set(key, [id, test.given ?? {}]);
  }
  return [...given.values()].flatMap(([test, what]) => {
    const start = startOf(program, what, now);
    return start.ok ? [{ ...start.value, ...(test === undefined ? {} : { test }) }] : [];
  });
}

/** Adds the walks from one beginning that show something new; false where it was cut short. */
function search(
  program: Program,
  from: Beginning,
  { shown, walks }: { readonly shown: Set<string>; readonly walks: GeneratedWalk[] },
  { steps = 20_000, statesOfPage = 60 }: WalkLimits,
): boolean {
  const { now } = from;
  const tried = valuesToTry(program);
  const known = new Map<ElementPath, Set<string>>();
  const queue: Found[] = [];
  let exhausted = true;

  const arrive = (found: Found, events: readonly SessionEvent[]) => {
    const shows = exitsIn(events).filter((exit) => !shown.has(exit));
    for (const exit of shows) shown.add(exit);
    if (shows.length > 0) walks.push(walkOf(found, shows));
    if (found.state.status !== 'waiting') return;
    const states = known.get(found.state.at) ?? new Set();
    known.set(found.state.at, states);
    const key = stateKey(found.state);
    if (states.has(key)) return;
    if (states.size >= statesOfPage) {
      exhausted = false;
      return;
    }
    states.add(key);
    queue.push(found);
  };

  const began = start(program, from.options, now, from.given);
  if (!began.ok) return true;
  const { state, events, given } = takenOver(program, began.value, now, from.given);
  arrive({ state, given, from, moves: [], visited: enteredIn(events) }, events);
  let count = 0;
  for (let index = 0; index < queue.length; index++) {
    const here = queue[index];
    if (!here) break;
    for (const move of movesFrom(program, here.state, tried)) {
      if (++count > steps) return false;
      const next = made(program, here, move, now);
      if (!next) continue;
      const { state, events, given } = next;
      const moves = [...here.moves, move];
      arrive({ state, given, from, moves, visited: [...here.visited, ...enteredIn(events)] }, events);
    }
  }
  return exhausted;
}

/** States of one page that go on alike: a page that waits for what was asked about its answer is another one. */
function stateKey({ variables, effects = [] }: SessionState): string {
  const held = effects.flatMap(({ holds, answer = null }) => (holds ? [answer] : []));
  return canonicalJson([variables, held]);
}

type Taken = Pick<Found, 'state' | 'given'> & Pick<Step, 'events'>;

/** What a move leads to; undefined where it is refused. */
function made(program: Program, { state, given }: Pick<Found, 'state' | 'given'>, move: Move, now: Instant) {
  const decided = decide(program, state, commandOf(move, state), now, given);
  return decided.ok ? takenOver(program, decided.value, now, given) : undefined;
}

/** Where a session is handed over, somebody takes over and goes on; secrets stay with whoever runs it. */
function takenOver(program: Program, { state, events, secrets }: Step, now: Instant, before: Given): Taken {
  const given = secrets ? { ...before, secrets: { ...before.secrets, ...secrets } } : before;
  const resumed = state.status === 'paused' ? decide(program, state, { kind: 'resume' }, now, given) : undefined;
  if (!resumed?.ok) return { state, given, events };
  return takenOver(program, { ...resumed.value, events: [...events, ...resumed.value.events] }, now, given);
}

function commandOf(move: Move, state: SessionState) {
  if (!('result' in move)) {
    return { kind: 'answer' as const, ...(move.answer === undefined ? {} : { value: move.answer }) };
  }
  if (move.result.status === 'skipped') return { kind: 'skip' as const };
  const effect = state.effects?.find(({ holds }) => holds)?.id ?? '';
  return { kind: 'effect-result' as const, effect, result: move.result };
}

function walkOf({ state, moves, visited, from: { test } }: Found, shows: readonly string[]): GeneratedWalk {
  const begins = test === undefined ? {} : { begins: test };
  return { moves, visited, shows, ...begins, ...(state.outcome === undefined ? {} : { outcome: state.outcome }) };
}

/** A walk that another one goes on from shows nothing that the other does not. */
function merged(walks: readonly GeneratedWalk[]): readonly GeneratedWalk[] {
  const kept: GeneratedWalk[] = [];
  for (const walk of walks.toReversed()) {
    const longer = kept.findIndex((other) => isBeginning(walk, other));
    const other = kept[longer];
    if (other) kept[longer] = { ...other, shows: [...walk.shows, ...other.shows] };
    else kept.push(walk);
  }
  return kept.toReversed();
}

function isBeginning({ moves, begins }: GeneratedWalk, of: GeneratedWalk): boolean {
  return (
    begins === of.begins && moves.length <= of.moves.length && moves.every((move, index) => move === of.moves[index])
  );
}

/** The exits that events took, in the words of coverage. */
export function exitsIn(events: readonly SessionEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'element-left') return [];
    const exit = exitPlace(event.element, event.through ?? event.exit);
    return event.why ? [exit, rulePlace(event.element, event.why.by)] : [exit];
  });
}

function enteredIn(events: readonly SessionEvent[]): readonly ElementPath[] {
  return events.flatMap((event) => (event.kind === 'element-entered' ? [event.element] : []));
}

function missingFrom(program: Program, shown: ReadonlySet<string>): readonly string[] {
  return [...exitsToTake(program), ...rulesOf(program)].filter((exit) => !shown.has(exit));
}
