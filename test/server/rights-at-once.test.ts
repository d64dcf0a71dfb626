import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, ROLES } from '#api/permissions.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { signInRoutes } from '#api/sign-in.ts';
import { userRoutes } from '#api/users.ts';
import { writeInteraction } from '#format/write.ts';
import type { CommandId } from '#prelude/ids.ts';
import { draw, text } from '#test/factories/draw.ts';
import { type House, newCommandId, OPENING, openHouse, type Person } from './driver.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, OPENING);
afterAll(() => house.close());

const WITHOUT_SESSIONS = ROLES.find((role) => !may([role], 'sessions.use'));

const ENDLESS = writeInteraction(
  draw({ elements: { s_a: { text: text('A') }, s_b: { text: text('B') } }, connectors: ['s_a -> s_b', 's_b -> s_a'] }),
);

describe('whoever sends one command after the other', () => {
  async function busyAgent() {
    const { administrator, person } = await house.account('Desk', { selfApproval: true });
    const { interaction } = await administrator.release(ENDLESS);
    const agent = await person('agent');
    const session = await agent.answer(await agent.start(interaction.id));
    const next = (who: Person) => {
      const body = { kind: 'answer' as const, id: newCommandId() as CommandId, expects: session.seq };
      return who.refused(sessionRoutes.command, { account: agent.account, session: session.id }, { body });
    };
    return { administrator, agent, next };
  }

  it('is stopped at once when an administrator disables them', async () => {
    const { administrator, agent, next } = await busyAgent();
    await administrator.call(
      userRoutes.change,
      { account: agent.account, user: agent.id },
      { body: { disabled: true } },
    );
    expect(await next(agent)).toMatch(/sign-in\.needed|not-found/);
  });

  it('is stopped at once when they lose the role', async () => {
    const { administrator, agent, next } = await busyAgent();
    if (!WITHOUT_SESSIONS) throw new Error('Every role may use sessions');
    const body = { roles: [WITHOUT_SESSIONS] };
    await administrator.call(userRoutes.change, { account: agent.account, user: agent.id }, { body });
    expect(await next(agent)).toBe('permission.missing');
  });

  it('is stopped at once when they sign out', async () => {
    const { agent, next } = await busyAgent();
    const { cookie } = agent;
    await agent.call(signInRoutes.signOut, {});
    agent.cookie = cookie;
    expect(await next(agent)).toBe('sign-in.needed');
  });
});
