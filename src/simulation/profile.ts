import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant, Random } from '#prelude/ports.ts';

/** What a simulated person knows while choosing what to do on a page. */
export interface Seen {
  /** When the page opened. */
  readonly now: Instant;
  readonly variables: JsonObject;
  /** Built-in values given at the start: channel, agent … */
  readonly context: JsonObject;
  readonly client: string;
  readonly language: string;
  /** How often this session has come to this page, now included. */
  readonly times: number;
}

/** One way in which a page may be answered. */
export interface LikelyAnswer {
  /** The answer, or how it is made up; `undefined` goes on without one. */
  readonly answer: Json | undefined | ((random: Random, seen: Seen) => Json);
  /** How likely it is against the others; 1 when left out. */
  readonly weight?: number | ((seen: Seen) => number);
  /** Thinking takes so many times as long before this answer. */
  readonly slower?: number | ((seen: Seen) => number);
  /** The chance of giving up instead of saying so. */
  readonly quit?: number | ((seen: Seen) => number);
}

/** How likely each thing is that people do instead of answering, and how they spend their time. */
export interface Manners {
  /** Chance, on each page, to quit. */
  readonly quit: number;
  /** Chance to leave the page open until the session times out. */
  readonly walkAway: number;
  /** Chance to pause the session, to be resumed later. */
  readonly pause: number;
  /** Chance to go back to the page before. */
  readonly back: number;
  /** Chance that something else takes their time while the page is open. */
  readonly distracted: number;
  /** How much thinking times vary: the standard deviation of their logarithm. */
  readonly spread: number;
}

export interface PageHabit extends Partial<Manners> {
  /** Milliseconds that half of the people need at most. Left out: most of the page's target, if it has one. */
  readonly median?: number;
  /** Left out: whatever the element's type says is possible, each as likely. */
  readonly answers?: readonly LikelyAnswer[];
}

/** How people go through one Interaction. */
export interface Profile {
  readonly usual: Manners;
  /** What is different on some pages, by the id of their element. */
  readonly pages: { readonly [element: string]: PageHabit };
  /** Milliseconds after which a page that somebody walked away from times out. */
  readonly timeOut: number;
  /** Milliseconds of a pause: the median. */
  readonly pauseMedian: number;
  /** What those who quit say. */
  readonly reasons: readonly string[];
}
