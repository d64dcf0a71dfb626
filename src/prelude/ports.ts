/** Milliseconds since 1970-01-01T00:00:00Z, a whole number. */
export type Instant = number;

/** Where the time comes from. Nothing that decides reads the machine's clock by itself. */
export interface Clock {
  now(): Instant;
}

/** Where chance comes from: a number in [0, 1). */
export interface Random {
  next(): number;
}

/** Where ids come from. */
export interface Ids {
  /** A new id that sorts by the time it was made, such as `ses_0k3x…` for the prefix `ses`. */
  make(prefix: string): string;
}

/** A clock that stands where it is put: for tests, replay and simulation. */
export interface SteppedClock extends Clock {
  advance(milliseconds: number): void;
  set(instant: Instant): void;
}

export function steppedClock(start: Instant): SteppedClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    set: (instant) => {
      now = instant;
    },
  };
}

/**
 * Numbers that repeat for the same seed.
 * Source: mulberry32 by Tommy Ettinger (public domain).
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = state;
      t = Math.imul(t ^ (t >>> 15), t | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids made of the clock's milliseconds (10 characters, base 32) and 13 random characters (65 bits): sortable by time. */
export function timeSortedIds(clock: Clock, random: Random): Ids {
  return {
    make(prefix) {
      let time = clock.now();
      let head = '';
      for (let i = 0; i < 10; i++) {
        head = ALPHABET[time % 32] + head;
        time = Math.floor(time / 32);
      }
      let tail = '';
      for (let i = 0; i < 13; i++) tail += ALPHABET[Math.floor(random.next() * 32)];
      return `${prefix}_${head}${tail}`;
    },
  };
}
