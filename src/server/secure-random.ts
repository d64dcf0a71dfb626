import { randomBytes } from 'node:crypto';
import type { Random } from '#prelude/ports.ts';

/** Bytes drawn at once. */
const POOL = 4_096;

let pool = Buffer.alloc(0);
let used = 0;

/** Chance that cannot be foreseen, so that an id tells nothing of the next one. */
export const secureRandom: Random = {
  next() {
    if (used + 4 > pool.length) {
      pool = randomBytes(POOL);
      used = 0;
    }
    const value = pool.readUInt32LE(used) / 4_294_967_296;
    used += 4;
    return value;
  },
};
