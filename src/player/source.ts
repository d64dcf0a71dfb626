import type { SessionStep } from '#api/sessions.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Library } from '#format/library.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { ServerSession } from './server-source.ts';

/** How a host that knows the account says an outcome; left out, or undefined for one: as the player says it. */
type OutcomeWords = (outcome: string) => string | undefined;

/** An Interaction as it is being edited, run by an engine in this browser; nothing is stored. */
export interface WorkingCopySource {
  readonly kind: 'working-copy';
  readonly interaction: Interaction;
  /** Begins at this element instead of the start. */
  readonly start?: string;
  readonly language?: string;
  readonly variables?: JsonObject;
  readonly outcomeWords?: OutcomeWords;
  /** Other Interactions that it calls, in the versions that publishing it would pin. */
  readonly library?: Library;
  /** The account's values, by key, as they are read in the language. */
  readonly values?: JsonObject;
  /** What comes of what it asks of the world outside, by element; the sample answers where nothing is given. */
  readonly effects?: JsonObject;
}

/** A session on the server. */
export interface ServerSessionSource extends ServerSession {
  readonly kind: 'session';
}

/** A stored session, shown as it stood after one of its steps. Nothing can be answered. */
export interface ReplaySource {
  readonly kind: 'replay';
  /** The version that the session ran. */
  readonly interaction: Interaction;
  /** Other Interactions that it called, in the versions that ran. */
  readonly library?: Library;
  readonly steps: readonly SessionStep[];
  /** Which step is shown, counted from 0. */
  readonly at: number;
  readonly outcomeWords?: OutcomeWords;
}

/** What `<waymark-player>` plays. A new object of the same run (an edited copy, another step) keeps its place. */
export type PlayerSource = WorkingCopySource | ServerSessionSource | ReplaySource;
