import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskRoutes } from '#api/desk.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { userRoutes } from '#api/users.ts';
import type { TeamId } from '#prelude/ids.ts';
import { addTeamMember, insertTeam } from '#store/queries/teams.ts';
import { accountScope } from '#store/scope.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

let house: House;
let account: Account;
let agent: Person;
let colleague: Person;

beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme');
  agent = await account.person('agent');
  colleague = await account.person('agent');
}, OPENING);
afterAll(() => house.close());

const receivers = async (who: Person) => (await who.call(deskRoutes.receivers, { account: account.id })).items;

async function team(name: string, ...people: readonly Person[]): Promise<TeamId> {
  const { db, ids, clock } = house.server.services;
  const id = ids.make('tea') as TeamId;
  await insertTeam(accountScope(account.id), db, { id, name, created_at: clock.now() });
  for (const { id: user } of people) await addTeamMember(accountScope(account.id), db, id, user);
  return id;
}

describe('to whom a session may be handed', () => {
  it('are colleagues who serve, by name and without anything else, and never oneself', async () => {
    const gone = await account.person('agent');
    await account.administrator.call(
      userRoutes.change,
      { account: account.id, user: gone.id },
      { body: { disabled: true } },
    );
    const analyst = await account.person('analyst');
    const stranger = await (await house.account('Elsewhere')).person('agent');
    const found = await receivers(agent);
    const ids = found.map(({ id }) => id);
    expect(found).toContainEqual({ kind: 'user', id: colleague.id, name: expect.stringMatching(/^agent \d+$/) });
    expect(ids).toContain(account.administrator.id);
    for (const { id } of [agent, gone, analyst, stranger]) expect(ids).not.toContain(id);
  });

  it('are teams in which somebody else serves', async () => {
    const faults = await team('Faults', agent, colleague);
    await team('Only me', agent);
    await team('Nobody');
    const teams = (await receivers(agent)).filter(({ kind }) => kind === 'team');
    expect(teams).toEqual([{ kind: 'team', id: faults, name: 'Faults' }]);
  });
});

it('whoever is handed a session finds it paused among their own, and goes on where it stood', async () => {
  const { interaction } = await account.administrator.release(seed());
  const asked = await agent.start(interaction.id);
  const handed = await agent.command(asked, {
    kind: 'transfer',
    to: { user: colleague.id },
    note: 'Wants the bill explained',
  });
  expect(handed).toMatchObject({ status: 'paused', abilities: [] });
  const own = await colleague.call(
    sessionRoutes.list,
    { account: account.id },
    { query: { mine: 'true', status: 'paused' } },
  );
  expect(own.items.map(({ id }) => id)).toEqual([asked.id]);
  const resumed = await colleague.command(await colleague.look(asked), { kind: 'resume' });
  expect(resumed).toMatchObject({ status: 'waiting', page: { element: 'q_problem' } });
  const { items } = await colleague.call(sessionRoutes.why, { account: account.id, session: asked.id });
  expect(items.map(({ words }) => words)).toEqual([
    'The Interaction begins with “Problem type”',
    'The session was handed over: Wants the bill explained',
  ]);
});
