import { assertNever } from '#prelude/assert-never.ts';
import type { Meter } from '../values/meter.ts';
import { caseVariants } from './characters.ts';
import type { Program, Step } from './program.ts';

/** Where the pattern was found: of each group the start and the end, undefined where a group took no part. */
export type Found = readonly (number | undefined)[];

/** Steps of the machine for one cost unit. */
const STEPS_PER_UNIT = 4;

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
  if (!program.hasReferences) return searchAllWays(program, text, from, meter);
  for (let start = from; start <= text.length; start++) {
    const found = searchFrom(program, text, start, meter);
    if (found) return found;
  }
  return undefined;
}

interface Thread {
  readonly at: number;
  readonly kept: Found;
}

function searchAllWays(program: Program, text: readonly number[], from: number, meter: Meter): Found | undefined {
  const { steps, slots } = program;
  const seen = new Int32Array(steps.length).fill(-1);
  const nothing: Found = new Array(slots).fill(undefined);
  let threads: Thread[] = [];
  let found: Found | undefined;
  let work = 0;

  /** Follows all steps that take no character, best way first. */
  const follow = (into: Thread[], start: number, place: number, startKept: Found): void => {
    const waiting: Thread[] = [{ at: start, kept: startKept }];
    for (let thread = waiting.pop(); thread; thread = waiting.pop()) {
      const { at, kept } = thread;
      work++;
      if (seen[at] === place) continue;
      seen[at] = place;
      const step = steps[at];
      if (!step) continue;
      switch (step.kind) {
        case 'jump':
          waiting.push({ at: step.to, kept });
          break;
        case 'fork':
          waiting.push({ at: step.second, kept }, { at: step.first, kept });
          break;
        case 'keep':
          work += slots / 8;
          waiting.push({ at: at + 1, kept: kept.with(step.slot, place) });
          break;
        case 'start':
        case 'end':
          if (holdsAt(step.kind, program, text, place)) waiting.push({ at: at + 1, kept });
          break;
        case 'character':
        case 'found':
          into.push(thread);
          break;
        case 'reference':
          throw new Error('A pattern with references is searched way by way.');
        default:
          assertNever(step);
      }
    }
  };

  for (let place = from; place <= text.length; place++) {
    if (!found) follow(threads, 0, place, nothing);
    if (found && threads.length === 0) break;
    const next: Thread[] = [];
    const character = text[place];
    for (const { at, kept } of threads) {
      work++;
      const step = steps[at];
      if (step?.kind === 'found') {
        found = kept;
        // Ways of less preference are given up.
        break;
      }
      if (step?.kind === 'character' && character !== undefined && step.test(character)) {
        follow(next, at + 1, place + 1, kept);
      }
    }
    meter.spend(1 + work / STEPS_PER_UNIT);
    work = 0;
    threads = next;
  }
  return found;
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
