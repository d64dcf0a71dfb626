import type { Instant } from '#prelude/ports.ts';

/** The moment a command runs at: the one asked for, else the machine's; undefined where what was asked is no moment. */
export function momentOf(asked: string | undefined): Instant | undefined {
  const instant = asked === undefined ? Date.now() : Date.parse(asked);
  return Number.isNaN(instant) ? undefined : instant;
}
