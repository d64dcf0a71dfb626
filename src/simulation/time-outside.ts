import type { OpenEffect } from '#contract/effect.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Instant, Random } from '#prelude/ports.ts';
import { logNormal } from './chance.ts';

/** Milliseconds that half of the calls and mails take at most, and how much they vary: the deviation of the logarithm. */
const CALL = { median: 450, spread: 0.6 };
const MAIL = { median: 900, spread: 0.5 };
/** The same for events outside that no limit was set for. */
const EVENT = { median: 20_000, spread: 0.8 };

/** How long the world outside takes for what a session asks of it, milliseconds. */
export function timeOutside({ kind, until }: OpenEffect, random: Random, now: Instant): number {
  switch (kind) {
    case 'call':
      return Math.round(logNormal(random, CALL.median, CALL.spread));
    case 'mail':
      return Math.round(logNormal(random, MAIL.median, MAIL.spread));
    case 'wait':
      return until === undefined ? Math.round(logNormal(random, EVENT.median, EVENT.spread)) : Math.max(0, until - now);
    case 'client-event':
      return 0;
    default:
      return assertNever(kind);
  }
}
