import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act } from '#test/factories/random-acts.ts';
import { livelyInteractions } from '#test/factories/random-interaction.ts';
import { holdAgainst } from './held-against.ts';
import { report } from './report.ts';

/** Sessions that one seed makes. */
const SESSIONS = 50;
/** Long ones: what differs shows after a while of going back and forth. */
const acts = fc.array(act, { minLength: 10, maxLength: 60, size: 'max' });
const { MODEL_SECONDS: seconds, MODEL_SEED: first } = process.env;
const SECONDS = Number(seconds ?? 60);
const FIRST_SEED = Number(first ?? 1);
/** Without being asked for more: so many, also where a minute has room for others. */
const LAST_SEED = seconds === undefined ? FIRST_SEED + 99 : Number.POSITIVE_INFINITY;

describe('any session, told by two interpreters', () => {
  it('is the same: pages, variables and events', () => {
    const end = performance.now() + SECONDS * 1000;
    let seed = FIRST_SEED;
    let commands = 0;
    do {
      const checked = fc.check(
        fc.property(fc.noBias(livelyInteractions), fc.noBias(acts), (interactions, each) => {
          commands += holdAgainst(interactions, each);
        }),
        { seed, numRuns: SESSIONS },
      );
      if (checked.counterexample) {
        const again = `MODEL_SEED=${seed} npm test -- test/model`;
        const [interactions, each] = checked.counterexample;
        throw new Error(
          `The interpreters differ; to see it again: ${again}\n${report(interactions, each, checked.errorInstance)}`,
        );
      }
      seed++;
    } while (performance.now() < end && seed <= LAST_SEED);
    console.info(`${seed - FIRST_SEED} seeds, ${(seed - FIRST_SEED) * SESSIONS} sessions, ${commands} commands`);
    expect(commands).toBeGreaterThan(0);
  });
});
