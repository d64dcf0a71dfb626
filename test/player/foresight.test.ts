import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { compile } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import { standingOf, step } from '#player/foresight.ts';
import type { SessionNow } from '#player/session.ts';
import { ask, say, texts } from '#test/engine/agent.ts';
import { draw } from '#test/factories/draw.ts';
import { aheadBodyOf, programBodyOf } from './told-ahead.ts';

const NOON = Date.UTC(2026, 2, 1, 12);

describe('a player that steps ahead', () => {
  it('has the day that it is where the account is, wherever its own clock stands', async () => {
    const program = compile(
      draw({
        variables: texts('name'),
        elements: { q_name: ask('name'), s_today: say('Today is {string(today())}.') },
        connectors: ['q_name -> s_today'],
      }),
      catalog,
    );
    const begun = start(program, { client: 'agent' }, NOON);
    if (!begun.ok) throw new Error(begun.error.message);
    const told = { ...aheadBodyOf(program, { state: begun.value.state, seq: 1 }), now: NOON };
    const fiveHoursBehind = NOON - 5 * 3_600_000;
    const pageIn = async (timeZone: string) => {
      const standing = await standingOf({ ...told, timeZone }, fiveHoursBehind, async () => programBodyOf(program));
      const session = { seq: 1, status: 'waiting', abilities: ['answer'] } as unknown as SessionNow;
      return standing && step(standing, session, { kind: 'answer', value: 'Ada' }, fiveHoursBehind)?.foreseen;
    };
    expect(JSON.stringify(await pageIn('UTC'))).toContain('2026-03-01');
    expect(JSON.stringify(await pageIn('Pacific/Kiritimati'))).toContain('2026-03-02');
  });
});
