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
  const pausedNow = pausedAt === undefined ? 0 : Math.max(0, now - Math.max(pausedAt, stay.enteredAt));
  const elapsed = Math.max(0, now - stay.enteredAt - stay.pausedFor - pausedNow);
  const active = clamped(attention.active ?? elapsed, elapsed);
  return { active, idle: clamped(attention.idle ?? elapsed - active, elapsed - active) };
}

function clamped(value: number, most: number): number {
  return Math.round(Math.min(Math.max(0, value), most));
}
