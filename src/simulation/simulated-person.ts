import type { Command } from '#contract/command.ts';
import type { Place, Program, ProgramElement } from '#engine/program.ts';
import type { SessionState } from '#engine/state.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { Json } from '#prelude/json.ts';
import type { Random } from '#prelude/ports.ts';
import { happens, logNormal, pickByWeight } from './chance.ts';
import { possibleAnswers } from './possible-answers.ts';
import type { LikelyAnswer, Manners, PageHabit, Profile, Seen } from './profile.ts';

/** What somebody does next, and after how many milliseconds. */
export interface Move {
  readonly after: number;
  readonly command: Command;
}

/** Thinking time on a page that has neither a habit nor a target, milliseconds. */
const USUAL_MEDIAN = 12_000;
/** Where a page has a target, half of the people need at most this share of it. */
const SHARE_OF_TARGET = 0.65;
/** How long something else takes people's time, milliseconds. */
const DISTRACTION = { median: 25_000, spread: 0.8 };
const PAUSE_SPREAD = 0.7;
/** Nobody reads and answers a page in less, milliseconds. */
const FASTEST = 1_200;

/** Somebody going through one session by the habits of a profile. */
export class SimulatedPerson {
  readonly #program: Program;
  readonly #profile: Profile;
  readonly #random: Random;
  /** All thinking takes so many times as long as usual. */
  readonly #pace: number;
  readonly #visits = new Map<string, { last: number; times: number }>();

  constructor(program: Program, profile: Profile, random: Random, pace: number) {
    this.#program = program;
    this.#profile = profile;
    this.#random = random;
    this.#pace = pace;
  }

  /** @param fits whether an answer is taken at this moment */
  next(state: SessionState, fits: (answer: Json | undefined) => boolean): Move {
    const { pauseMedian, timeOut } = this.#profile;
    if (state.status === 'paused') {
      return { after: this.#time(pauseMedian, PAUSE_SPREAD), command: { kind: 'resume' } };
    }
    const place = this.#program.find(state.at);
    invariant(place, `the version of this session has an element ${state.at}`);
    const { node } = place;
    const habit: PageHabit & Manners = { ...this.#profile.usual, ...this.#profile.pages[state.at] };
    const seen = this.#seen(state);
    const likely = this.#choose(habit.answers ?? answersThatFit(place, fits), place, seen);
    const think = this.#thinking(node, habit, of(likely.slower, seen, 1));
    const quit = habit.quit + of(likely.quit, seen, 0);

    let dice = this.#random.next();
    const comesUp = (chance: number) => {
      dice -= chance;
      return dice < 0;
    };
    if (comesUp(quit)) return { after: think, command: { kind: 'quit', ...this.#reason(), active: think } };
    if (comesUp(habit.walkAway)) return { after: think + timeOut, command: { kind: 'expire', active: think } };
    if (comesUp(habit.pause)) return { after: think, command: { kind: 'pause' } };
    if (comesUp(habit.back) && this.#hasEarlierPage(state)) {
      return { after: think, command: { kind: 'back', active: think } };
    }
    const { answer } = likely;
    const value = typeof answer === 'function' ? answer(this.#random, seen) : answer;
    const away = happens(this.#random, habit.distracted) ? this.#time(DISTRACTION.median, DISTRACTION.spread) : 0;
    return {
      after: think + away,
      command: { kind: 'answer', ...(value === undefined ? {} : { value }), active: think },
    };
  }

  #seen({ at, n, enteredAt, variables, context, client, language }: SessionState): Seen {
    const before = this.#visits.get(at);
    const times = before === undefined ? 1 : before.last === n ? before.times : before.times + 1;
    this.#visits.set(at, { last: n, times });
    return { now: enteredAt, variables, context, client, language, times };
  }

  #choose(answers: readonly LikelyAnswer[], place: Place, seen: Seen): LikelyAnswer {
    const likely = pickByWeight(this.#random, answers, ({ weight }) => of(weight, seen, 1));
    invariant(likely, `there is something to answer at ${place.path}`);
    return likely;
  }

  #thinking({ target }: ProgramElement, { median, spread }: PageHabit & Manners, slower: number): number {
    const usual = median ?? (target === undefined ? USUAL_MEDIAN : target * SHARE_OF_TARGET);
    return Math.max(FASTEST, this.#time(usual * this.#pace * slower, spread));
  }

  #time(median: number, spread: number): number {
    return Math.round(logNormal(this.#random, median, spread));
  }

  #reason(): { reason?: string } {
    const reason = pickByWeight(this.#random, this.#profile.reasons, () => 1);
    return reason === undefined ? {} : { reason };
  }

  #hasEarlierPage({ trail }: SessionState): boolean {
    return trail.slice(0, -1).some(({ element }) => this.#program.find(element)?.node.type.page !== undefined);
  }
}

/** Some possible answers fit only now and then, such as none at all, which is right where a list turned out empty. */
function answersThatFit(place: Place, fits: (answer: Json | undefined) => boolean): readonly LikelyAnswer[] {
  const possible = possibleAnswers(place);
  if (possible.length < 2) return possible;
  const fitting = possible.filter(({ answer }) => typeof answer === 'function' || fits(answer));
  return fitting.length > 0 ? fitting : possible;
}

function of(value: number | ((seen: Seen) => number) | undefined, seen: Seen, fallback: number): number {
  return typeof value === 'function' ? value(seen) : (value ?? fallback);
}
