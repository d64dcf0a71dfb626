import { expect, it } from 'vitest';
import { crash } from './crash.ts';

const KILLS = 100;
const AGENTS = 16;
const MINUTES = 60_000;

it(
  'loses, doubles and mixes up no acknowledged step when the server is killed at any moment',
  async () => {
    const { longestWait, longestStart, ...counts } = await crash({ kills: KILLS, agents: AGENTS, seed: 22 });
    process.stdout.write(`${JSON.stringify({ ...counts, longestWait, longestStart })}\n`);
    expect(counts).toMatchObject({
      kills: KILLS,
      lost: 0,
      doubled: 0,
      outOfOrder: 0,
      misplaced: 0,
      startedTwice: 0,
      wrong: [],
    });
    expect(counts.acknowledged).toBeGreaterThan(KILLS);
  },
  15 * MINUTES,
);
