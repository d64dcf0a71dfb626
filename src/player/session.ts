import type { Command, FieldProblem } from '#contract/command.ts';
import type { Page } from '#contract/page.ts';
import type { Upload } from '#parts/upload.ts';
import type { Absence } from '#parts/words.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Ahead } from './ahead.ts';

/** Something that the page or program that hosts the player is told. */
export interface ClientEvent {
  /** The same where an answer comes again: nothing is told twice. */
  readonly id: string;
  readonly name: string;
  readonly payload: JsonObject;
}

/** A session as a player sees it at one moment, wherever it runs. */
export interface SessionNow {
  readonly id: string;
  /** Steps so far; the next command expects this number. */
  readonly seq: number;
  readonly status: 'waiting' | 'paused' | 'ended' | 'failed';
  /** Null once it is over. */
  readonly page: Page | null;
  /** The name of the Interaction. */
  readonly name: string;
  readonly kind: 'live' | 'test' | 'practice' | 'preview' | 'replay';
  readonly outcome?: string;
  /** What the account calls the outcome, where it has a word of its own. */
  readonly outcomeLabel?: string;
  /** The wrap-up text, once it is over. */
  readonly summary?: string;
  /** What the last command told the host. */
  readonly tells?: readonly ClientEvent[];
  /** Why a failed session failed, where its place may tell. */
  readonly failure?: { readonly code: string; readonly message: string };
  /** Where they may be shown: tests and previews. */
  readonly variables?: JsonObject;
  /** What the asker may do: `answer`, `back`, `note`, `pause`, `resume`, `quit`, `jump` … */
  readonly abilities: readonly string[];
}

/** What came of asking the place where the session runs. */
export type Reply =
  | { readonly kind: 'now'; readonly session: SessionNow }
  /** Nothing was applied: the session had moved on. */
  | { readonly kind: 'stale'; readonly session: SessionNow }
  /** Nothing was applied: the command does not fit. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly fields: readonly FieldProblem[];
    }
  /** No answer now; the same request may be sent again, after so many milliseconds where the server said so. */
  | {
      readonly kind: 'away';
      readonly why: Absence;
      readonly retryAfter?: number;
      /** The id under which the server's log tells more of a fault. */
      readonly request?: string;
    }
  /** No use in trying again by itself: signed out, not found, not allowed. */
  | { readonly kind: 'closed'; readonly code: string; readonly message: string };

/** Where a session runs: a server, an engine in this browser, or a stored log. */
export interface SessionSource {
  /** Under which half-typed answers and unsent commands are kept over a reload; undefined: not at all. */
  readonly memoryKey: string | undefined;
  open(): Promise<Reply>;
  /** `id` is the same for every try of one command, so that it is never applied twice. */
  send(id: string, expects: number, command: Command): Promise<Reply>;
  /**
   * Tells when the session has moved past a step by itself, as when a call it waits for comes back; after some seconds at
   * the latest, whether it has or not. Sources whose sessions never move by themselves have none.
   */
  watch?(past: number): Promise<Reply>;
  /** Steps ahead of a place whose answers take a while; left out where nothing has to be waited for. */
  readonly ahead?: Ahead;
  /** Keeps a file for an answer of this session; left out where none can be kept. */
  readonly upload?: Upload;
}

/** A command on its way. Its id stays the same over every try and over a reload. */
export interface QueuedCommand {
  readonly id: string;
  readonly command: Command;
  /** Known where what comes before it was foreseen, else set when it is first sent. */
  readonly expects?: number;
  /** The page in sight when it was given. */
  readonly on?: Pick<Page, 'n' | 'element'> & Pick<SessionNow, 'status'>;
  /** What was shown at once, before the server answered. */
  readonly foreseen?: SessionNow;
  /** What was answered, in words, should it come to nothing. */
  readonly says?: string;
  /** Holds a secret: it is sent from memory and written down nowhere, so a reload asks for it again. */
  readonly secret?: true;
}
