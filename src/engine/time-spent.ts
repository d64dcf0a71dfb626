import type { Attention } from '#contract/command.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Stay } from './state.ts';

/** The attention of an element that nobody was shown. */
export const PASSED: Attention = {};

/** Time on a visit comes from the server's clock; the client's figures only share it out. Paused time is in neither. */
export function timeSpent(
  stay: Stay,
  pausedAt: Instant | undefined,
  now: Instant,
  attention: Attention,
): { readonly active: number; readonly idle: number } {
  const elapsed = Math.max(0, now - stay.enteredAt - pausedUntil(now, stay, pausedAt));
  const active = clamped(attention.active ?? elapsed, elapsed);
  return { active, idle: clamped(attention.idle ?? elapsed - active, elapsed - active) };
}

/** Milliseconds of a visit that were paused until now: what was paused before it began is no part of it. */
export function pausedUntil(
  now: Instant,
  { enteredAt, pausedFor }: Pick<Stay, 'enteredAt' | 'pausedFor'>,
  pausedAt: Instant | undefined,
): number {
  return pausedFor + (pausedAt === undefined ? 0 : Math.max(0, now - Math.max(pausedAt, enteredAt)));
}

function clamped(value: number, most: number): number {
  return Math.round(Math.min(Math.max(0, value), most));
}
