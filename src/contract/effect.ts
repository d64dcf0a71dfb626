import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';

/**
 * Something that the world outside is asked for. The engine only says what; whoever runs the session performs it, at
 * least once, under a key that stays the same, and gives the result back as a command.
 */
export type EffectRequest = CallRequest | MailRequest | ClientEventRequest | WaitRequest;

/** A call of a connection of the account. */
export interface CallRequest {
  readonly kind: 'call';
  readonly connection: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the connection's address, values already encoded. */
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  readonly headers: { readonly [name: string]: string };
  /** A value `{"$secret":"key"}` stands for a secret that only the memory of the run holds. */
  readonly body?: JsonObject;
  readonly format: 'json' | 'xml';
  /** Milliseconds for all tries together; those of the connection where left out. */
  readonly timeLimit?: number;
  /** Tries after the first; those of the connection where left out. */
  readonly retries?: number;
}

export interface MailRequest {
  readonly kind: 'mail';
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The session's answers are attached as a text file. */
  readonly summary: boolean;
}

/** Told to the page or program that hosts the player; nothing comes back. */
export interface ClientEventRequest {
  readonly kind: 'client-event';
  readonly name: string;
  readonly payload: JsonObject;
}

/** Until a moment, or until the outside names the event. */
export interface WaitRequest {
  readonly kind: 'wait';
  readonly until?: Instant;
  readonly event?: string;
}

export type EffectKind = EffectRequest['kind'];

export type EffectResult =
  /** `value`: the body that came back, or what the outside event carried. */
  | { readonly status: 'done'; readonly value?: Json; readonly http?: number }
  | { readonly status: 'failed'; readonly code: string; readonly message: string; readonly http?: number }
  | { readonly status: 'timed-out' }
  /** Whoever is guided went on without it. */
  | { readonly status: 'skipped' };

/** An effect of the current element whose result has not come yet. */
export interface OpenEffect {
  /** Unique within the session. */
  readonly id: string;
  readonly kind: EffectKind;
  readonly since: Instant;
  /** The page cannot be left before its result is there. */
  readonly holds: boolean;
  /** The button that asked for it. */
  readonly button?: string;
  /** The answer that it is to check. */
  readonly answer?: Json;
  /** When a wait is over. */
  readonly until?: Instant;
}

/** The member by which a value stands for a secret in a request. */
export const SECRET = '$secret';

/** The value that stands for a secret in a request. */
export function secretMark(key: string): JsonObject {
  return { [SECRET]: key };
}

/** Whether a value that came from elsewhere would be taken for a secret, as a whole or somewhere in it. */
export function holdsSecretMark(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some((item: Json) => holdsSecretMark(item));
  return isJsonObject(value) && (Object.hasOwn(value, SECRET) || Object.values(value).some(holdsSecretMark));
}
