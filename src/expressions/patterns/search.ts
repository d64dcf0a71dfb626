import { assertNever } from '#prelude/assert-never.ts';
import type { Meter } from '../values/meter.ts';
import { caseVariants } from './characters.ts';
import type { Program, Step } from './program.ts';

/** Where the pattern was found: of each group the start and the end, undefined where a group took no part. */
export type Found = readonly (number | undefined)[];

/** Steps of the machine for one cost unit. */
const STEPS_PER_UNIT = 1;

/** Cost units of beginning to search. */
const SEARCH_COST = 20;

/**
 * Looks for the first place, from `from` on, where the pattern is in the text (given as code points).
 *
 * All ways through the pattern are followed at once, character by character, so the time grows with the length of the
 * text times that of the pattern and no pattern can make it explode.
 * Source: Rob Pike's virtual machine as told by Russ Cox, "Regular Expression Matching: the Virtual Machine Approach".
 *
 * Patterns that refer back to their groups cannot be followed so; they are searched way by way, and a way too many ends
 * with the budget.
 */
export function search(program: Program, text: readonly number[], from: number, meter: Meter): Found | undefined {
  if (!program.hasReferences) return new Search(program, text, meter, true).run(from);
  for (let start = from; start <= text.length; start++) {
    const found = searchFrom(program, text, start, meter);
    if (found) return found;
  }
  return undefined;
}

/** Whether the pattern is anywhere in the text; cheaper than to ask where. */
export function isIn(program: Program, text: readonly number[], meter: Meter): boolean {
  if (program.hasReferences) return search(program, text, 0, meter) !== undefined;
  return new Search(program, text, meter, false).run(0) !== undefined;
}

/** The ways that are followed at a place of the text, best first: the step each has come to, and what it keeps. */
interface Ways {
  readonly at: number[];
  readonly kept: Found[];
}

class Search {
  readonly #program: Program;
  readonly #text: readonly number[];
  readonly #meter: Meter;
  /** Whether it is asked where the groups are; else the first find ends the search. */
  readonly #where: boolean;
  /** For each step the last place at which it was come to: the second to come there is of less preference. */
  readonly #seen: Int32Array;
  readonly #waiting: Ways = { at: [], kept: [] };
  #work = 0;

  constructor(program: Program, text: readonly number[], meter: Meter, where: boolean) {
    this.#program = program;
    this.#text = text;
    this.#meter = meter;
    this.#where = where;
    meter.spend(SEARCH_COST + program.steps.length / 8);
    this.#seen = new Int32Array(program.steps.length).fill(-1);
  }

  run(from: number): Found | undefined {
    const nothing: Found = this.#where ? new Array(this.#program.slots).fill(undefined) : [];
    let ways: Ways = { at: [], kept: [] };
    let next: Ways = { at: [], kept: [] };
    let found: Found | undefined;
    for (let place = from; place <= this.#text.length; place++) {
      if (!found) this.#follow(ways, 0, place, nothing);
      if (found && ways.at.length === 0) break;
      found = this.#advance(ways, next, place) ?? found;
      if (found && !this.#where) break;
      this.#meter.spend(2 + this.#work / STEPS_PER_UNIT);
      this.#work = 0;
      [ways, next] = [next, ways];
      next.at.length = 0;
      next.kept.length = 0;
    }
    return found;
  }

  /** Takes one character on each way. What the best finished way keeps, if one is; ways after it are given up. */
  #advance(ways: Ways, next: Ways, place: number): Found | undefined {
    const { steps } = this.#program;
    const character = this.#text[place];
    this.#work += ways.at.length;
    for (let i = 0; i < ways.at.length; i++) {
      const at = ways.at[i] ?? 0;
      const kept = ways.kept[i] ?? [];
      const step = steps[at];
      if (step?.kind === 'found') return kept;
      if (step?.kind === 'character' && character !== undefined && step.test(character)) {
        this.#follow(next, at + 1, place + 1, kept);
      }
    }
    return undefined;
  }

  /** Follows all steps that take no character, best way first. */
  #follow(into: Ways, start: number, place: number, startKept: Found): void {
    const { steps, slots } = this.#program;
    const { at: waitingAt, kept: waitingKept } = this.#waiting;
    waitingAt.push(start);
    waitingKept.push(startKept);
    for (let at = waitingAt.pop(); at !== undefined; at = waitingAt.pop()) {
      const kept = waitingKept.pop() ?? [];
      this.#work++;
      if (this.#seen[at] === place) continue;
      this.#seen[at] = place;
      const step = steps[at];
      if (!step) continue;
      switch (step.kind) {
        case 'jump':
          waitingAt.push(step.to);
          waitingKept.push(kept);
          break;
        case 'fork':
          waitingAt.push(step.second, step.first);
          waitingKept.push(kept, kept);
          break;
        case 'keep':
          waitingAt.push(at + 1);
          waitingKept.push(this.#where ? kept.with(step.slot, place) : kept);
          if (this.#where) this.#work += slots / 8;
          break;
        case 'start':
        case 'end':
          if (holdsAt(step.kind, this.#program, this.#text, place)) {
            waitingAt.push(at + 1);
            waitingKept.push(kept);
          }
          break;
        case 'character':
        case 'found':
          into.at.push(at);
          into.kept.push(kept);
          break;
        case 'reference':
          throw new Error('A pattern with references is searched way by way.');
        default:
          assertNever(step);
      }
    }
  }
}

function holdsAt(kind: 'start' | 'end', { lines }: Program, text: readonly number[], place: number): boolean {
  if (kind === 'start') return place === 0 || (lines && text[place - 1] === 10);
  return place === text.length || (lines && text[place] === 10);
}

function searchFrom(program: Program, text: readonly number[], start: number, meter: Meter): Found | undefined {
  const { steps, slots } = program;
  const waiting: { at: number; place: number; kept: Found }[] = [];
  waiting.push({ at: 0, place: start, kept: new Array(slots).fill(undefined) });
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    meter.spend(1 + slots / 32);
    const { at, place, kept } = way;
    const step: Step | undefined = steps[at];
    if (!step) continue;
    switch (step.kind) {
      case 'found':
        return kept;
      case 'jump':
        waiting.push({ at: step.to, place, kept });
        break;
      case 'fork':
        waiting.push({ at: step.second, place, kept }, { at: step.first, place, kept });
        break;
      case 'keep':
        waiting.push({ at: at + 1, place, kept: kept.with(step.slot, place) });
        break;
      case 'start':
      case 'end':
        if (holdsAt(step.kind, program, text, place)) waiting.push({ at: at + 1, place, kept });
        break;
      case 'character': {
        const character = text[place];
        if (character !== undefined && step.test(character)) waiting.push({ at: at + 1, place: place + 1, kept });
        break;
      }
      case 'reference': {
        const length = repeats(program, text, place, kept, step.index, meter);
        if (length !== undefined) waiting.push({ at: at + 1, place: place + length, kept });
        break;
      }
      default:
        assertNever(step);
    }
  }
  return undefined;
}

/** The length of what the group took, if it stands here again. */
function repeats(
  { ignoreCase }: Program,
  text: readonly number[],
  place: number,
  kept: Found,
  index: number,
  meter: Meter,
): number | undefined {
  const from = kept[2 * index];
  const to = kept[2 * index + 1];
  if (from === undefined || to === undefined) return 0;
  meter.spend((to - from) / STEPS_PER_UNIT);
  for (let i = 0; i < to - from; i++) {
    const first = text[from + i] ?? -1;
    const second = text[place + i] ?? -1;
    if (first === second) continue;
    if (!ignoreCase || first < 0 || second < 0 || !caseVariants(first).includes(second)) return undefined;
  }
  return to - from;
}
