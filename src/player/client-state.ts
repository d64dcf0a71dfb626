import type { Command, FieldProblem } from '#contract/command.ts';
import type { Absence } from '#parts/words.ts';
import type { SessionNow } from './session.ts';

/** What came of one command. */
export type CommandOutcome =
  | { readonly kind: 'done'; readonly session: SessionNow }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** Not applied as far as is known: the session had moved on, another command of this page was already on its way, or it
   * was taken back. */
  | { readonly kind: 'dropped' };

/** What is given next on the page that a command led to, before anybody else can: undefined for nothing. */
export type Next = (session: SessionNow) => Command | undefined;

/** A server that gives no answer. */
export interface Away {
  readonly why: Absence;
  /** Times in a row that it was asked in vain. */
  readonly tries: number;
  /** How many of them it answered with a fault. */
  readonly faults: number;
  /** What waits to be sent may be taken back. */
  readonly mayTakeBack: boolean;
  readonly request?: string | undefined;
}

export interface ClientState {
  readonly session: SessionNow | undefined;
  /** A command that leaves the page is on its way and its end is not foreseen: the page is kept as it is. */
  readonly busy: boolean;
  /** The page is ahead of what the server has confirmed. */
  readonly unconfirmed: boolean;
  /** The server does not answer; whatever is queued is sent when it does. */
  readonly away: Away | undefined;
  /** What was given is taken back: how the session stands is asked, and until then the page is kept as it is. */
  readonly takingBack: boolean;
  /** What came of it: the server had not done it, or the session had gone on by then. */
  readonly takenBack: 'done' | 'too-late' | undefined;
  /** What a refused answer left behind, until the next one; an empty message where the server had no words for it. */
  readonly problems: readonly FieldProblem[];
  readonly message: string | undefined;
  /** The page was replaced by one that came from elsewhere. */
  readonly movedElsewhere: boolean;
  /** The page was replaced because the server went another way than was shown here. */
  readonly corrected: boolean;
  /** What was answered or half typed on pages that are gone, in words. */
  readonly lost: readonly string[];
  /** Nothing goes on until somebody does something about it, then {@link SessionClient.retry}. */
  readonly trouble: { readonly code: string; readonly message: string } | undefined;
}

/** What the last command left behind; the next one clears it. */
export const CLEAR = {
  problems: [],
  message: undefined,
  movedElsewhere: false,
  corrected: false,
  lost: [],
  takenBack: undefined,
} as const;

export const START: ClientState = {
  session: undefined,
  busy: false,
  unconfirmed: false,
  away: undefined,
  takingBack: false,
  trouble: undefined,
  ...CLEAR,
};
