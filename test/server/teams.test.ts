import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRoutes } from '#api/audit.ts';
import { reportRoutes } from '#api/reports.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { teamRoutes } from '#api/teams.ts';
import { versionRoutes } from '#api/versions.ts';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId, SessionId, TeamId, UserId } from '#prelude/ids.ts';
import { draw, text } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

let house: House;
let account: Account;
let admin: Person;
let interaction: InteractionId;
beforeAll(async () => {
  house = await openHouse({ reports: true });
  account = await house.account('Acme');
  admin = account.administrator;
  interaction = (await admin.release(seed())).interaction.id;
}, OPENING);
afterAll(() => house.close());

const params = () => ({ account: account.id });
const one = (team: TeamId) => ({ account: account.id, team });
const inSession = (session: SessionId) => ({ account: account.id, session });
const named = async (who: Person, name: string) =>
  (await who.call(teamRoutes.list, params())).items.find((team) => team.name === name);
const seenBy = async (who: Person) =>
  (await who.call(sessionRoutes.list, params(), { query: { limit: 100 } })).items.map(({ id }) => id);

describe('the teams of an account', () => {
  it('are made and renamed, and people are put in and taken out, each with an entry in the audit log', async () => {
    const agent = await account.person('agent');
    const made = await admin.call(teamRoutes.create, params(), { body: { name: 'First line' } });
    expect(made).toMatchObject({ name: 'First line', members: [], abilities: ['change', 'delete'] });
    await admin.call(teamRoutes.rename, one(made.id), { body: { name: 'Front desk' } });
    for (let twice = 0; twice < 2; twice++) {
      const { members } = await admin.call(teamRoutes.addMember, one(made.id), { body: { user: agent.id } });
      expect(members?.map(({ id }) => id)).toEqual([agent.id]);
    }
    const left = await admin.call(teamRoutes.removeMember, { ...one(made.id), user: agent.id });
    expect(left.members).toEqual([]);
    const again = { ...one(made.id), user: agent.id };
    expect(await admin.refused(teamRoutes.removeMember, again)).toBe('not-found');
    const { items } = await admin.call(auditRoutes.list, params(), { query: { object: `team:${made.id}` } });
    expect(items.map(({ what, title }) => [what, title])).toEqual([
      ['team.left', 'Front desk'],
      ['team.joined', 'Front desk'],
      ['team.renamed', 'Front desk'],
      ['team.made', 'First line'],
    ]);
  });

  it('have names of their own, whatever their case', async () => {
    const billing = await account.team('Billing');
    const sales = await account.team('Sales');
    expect(await admin.refused(teamRoutes.create, params(), { body: { name: 'BILLING' } })).toBe('team.name-taken');
    expect(await admin.refused(teamRoutes.rename, one(sales.id), { body: { name: 'billing' } })).toBe(
      'team.name-taken',
    );
    const spelt = await admin.call(teamRoutes.rename, one(billing.id), { body: { name: 'BILLING' } });
    expect(spelt.name).toBe('BILLING');
  });

  it('hold people of the account alone', async () => {
    const { id } = await account.team('Nobody yet');
    const stranger = (await house.account('Elsewhere')).administrator.id;
    for (const user of [stranger, 'usr_never' as UserId]) {
      expect(await admin.refused(teamRoutes.addMember, one(id), { body: { user } })).toBe('team.unknown-person');
    }
  });

  it('are known by name to agents, to whom it is not said who is in them', async () => {
    const agent = await account.person('agent');
    await account.team('Fraud', agent);
    expect(await named(agent, 'Fraud')).toMatchObject({ abilities: [] });
    expect(await named(agent, 'Fraud')).not.toHaveProperty('members');
    expect((await named(await account.person('analyst'), 'Fraud'))?.members).toEqual([
      { id: agent.id, name: expect.any(String) },
    ]);
  });
});

describe('deleting a team', () => {
  it('leaves its people in the account', async () => {
    const agent = await account.person('agent');
    const { id } = await account.team('Short-lived', agent);
    await admin.call(teamRoutes.delete, one(id));
    expect(await named(admin, 'Short-lived')).toBeUndefined();
    expect((await agent.start(interaction)).status).toBe('waiting');
  });

  it('is refused while a live version hands sessions to it, and says which', async () => {
    const { id } = await account.team('Escalation');
    const drawn = draw({
      name: 'Escalate',
      elements: { s_a: { text: text('Hello') }, x_a: { name: 'To them', to: { kind: 'team', team: id } } },
      connectors: ['s_a -> x_a'],
    });
    const version = await admin.release(writeInteraction({ ...drawn, id: 'int_escalate' as InteractionId }));
    const { items } = await admin.call(teamRoutes.uses, one(id));
    expect(items.map((use) => [use.interaction.name, use.elements])).toEqual([
      ['Escalate', [{ id: 'x_a', name: 'To them' }]],
    ]);
    expect(await admin.refused(teamRoutes.delete, one(id))).toBe('team.in-use');
    await admin.call(versionRoutes.retire, admin.of(version.interaction.id, 1), { body: {} });
    await admin.call(teamRoutes.delete, one(id));
  });
});

describe('a session that is handed to a team', () => {
  it('waits for its people alone, until one of them has it', async () => {
    const [giver, taker, late, outsider] = await Promise.all([
      account.person('agent'),
      account.person('agent'),
      account.person('agent'),
      account.person('agent'),
    ]);
    const { id } = await account.team('Receivers', taker, late);
    const given = await giver.start(interaction);
    const handed = await giver.command(given, { kind: 'transfer', to: { team: id } });
    expect(handed.abilities).toEqual([]);
    expect(await giver.refused(sessionRoutes.read, inSession(given.id))).toBe('not-found');
    expect(await admin.refused(teamRoutes.delete, one(id))).toBe('team.in-use');
    expect((await admin.call(teamRoutes.uses, one(id))).waiting).toBe(1);

    expect(await seenBy(outsider)).not.toContain(given.id);
    await expect(outsider.command(handed, { kind: 'resume' })).rejects.toThrow('not-found');
    expect(await seenBy(taker)).toContain(given.id);
    const mine = { query: { mine: 'true' as const, status: 'paused' as const } };
    const waiting = async (who: Person) =>
      (await who.call(sessionRoutes.list, params(), mine)).items.map((session) => session.id);
    expect(await waiting(taker)).toEqual([given.id]);
    expect(await waiting(outsider)).toEqual([]);
    const found = await taker.look(given);
    expect(found).toMatchObject({ status: 'paused', abilities: ['resume'] });
    await expect(taker.command(found, { kind: 'quit' })).rejects.toThrow('not-found');
    const taken = await taker.command(found, { kind: 'resume' });
    expect((await taker.answer(taken, 'billing')).page?.element).toBe('s_confirm');

    await expect(late.command(taken, { kind: 'resume' })).rejects.toThrow('not-found');
    expect(await seenBy(late)).not.toContain(given.id);
    expect(await waiting(late)).toEqual([]);
  });

  it('goes to the colleague whose e-mail address an element names, and stays where it names nobody', async () => {
    const agent = await account.person('agent');
    const colleague = await account.person('agent');
    const file = draw({
      id: 'int_by_address',
      variables: { address: { type: 'text', label: 'Address' } },
      elements: {
        q_whom: { text: text('Whom?'), answer: { kind: 'short-text', variable: 'address' } },
        x_them: { name: 'To them', to: { kind: 'person', person: 'address' } },
        s_hello: { text: text('Hello') },
      },
      connectors: ['q_whom -> x_them', 'x_them -> s_hello'],
    });
    const { interaction: made } = await admin.release(writeInteraction(file));
    const handed = await agent.answer(await agent.start(made.id), colleague.email.toUpperCase());
    expect(handed.abilities).toEqual([]);
    const found = await colleague.look(handed);
    expect((await colleague.command(found, { kind: 'resume' })).page?.element).toBe('s_hello');

    const kept = await agent.answer(await agent.start(made.id), 'nobody@example.org');
    expect(kept).toMatchObject({ status: 'paused', abilities: expect.arrayContaining(['resume']) });
  });

  it('is refused where nobody of the account would find it', async () => {
    const agent = await account.person('agent');
    const session = await agent.start(interaction);
    const { id } = await (await house.account('Other')).team('Theirs');
    for (const to of [{ team: id }, { team: 'tea_never' }, { user: 'usr_never' }]) {
      await expect(agent.command(session, { kind: 'transfer', to })).rejects.toThrow('command.refused');
    }
    expect(await agent.look(session)).toMatchObject({ status: 'waiting', seq: session.seq });
  });
});

describe('a supervisor', () => {
  it('sees the sessions of the people in their teams, and no others', async () => {
    const [agent, other, supervisor] = await Promise.all([
      account.person('agent'),
      account.person('agent'),
      account.person('supervisor'),
    ]);
    const [ours, theirs, own] = await Promise.all([
      agent.start(interaction),
      other.start(interaction),
      supervisor.start(interaction),
    ]);
    expect(await seenBy(supervisor)).toEqual([own.id]);
    const team = await account.team('Watched', agent, supervisor);
    await account.team('Not watched', other);
    expect((await seenBy(supervisor)).toSorted()).toEqual([ours.id, own.id].toSorted());
    expect(await supervisor.look(ours)).toMatchObject({ id: ours.id, abilities: [] });
    expect((await supervisor.call(sessionRoutes.steps, inSession(ours.id))).items).toHaveLength(1);
    for (const route of [sessionRoutes.read, sessionRoutes.steps, sessionRoutes.why] as const) {
      expect(await supervisor.refused(route, inSession(theirs.id))).toBe('not-found');
    }
    const byOther = { query: { agent: other.id } };
    expect((await supervisor.call(sessionRoutes.list, params(), byOther)).items).toEqual([]);
    await admin.call(teamRoutes.removeMember, { ...one(team.id), user: agent.id });
    expect(await seenBy(supervisor)).toEqual([own.id]);
  });

  it('reads the reports of their teams, where an analyst reads those of the account', async () => {
    const [agent, other, supervisor, analyst] = await Promise.all([
      account.person('agent'),
      account.person('agent'),
      account.person('supervisor'),
      account.person('analyst'),
    ]);
    const asked = (await admin.release(seed({ id: 'int_reported' }))).interaction.id;
    await account.team('Reported', agent, supervisor);
    const ours = await agent.start(asked);
    await other.start(asked);
    await other.start(asked);
    const of = { query: { interaction: asked } };
    const started = async (who: Person) => (await who.call(reportRoutes.summary, params(), of)).started;
    const fed = async () => {
      await house.server.services.replica?.feed();
      return started(analyst);
    };
    // What is still being written anywhere in the database holds the feed up for a moment.
    await expect.poll(fed, { timeout: OPENING }).toBe(3);
    expect(await started(supervisor)).toBe(1);
    expect((await supervisor.call(reportRoutes.flow, params(), of)).sessions).toBe(1);
    const { items } = await supervisor.call(reportRoutes.sessions, params(), of);
    expect(items.map(({ id, abilities }) => [id, abilities])).toEqual([[ours.id, ['steps']]]);
    const alone = await account.person('supervisor');
    expect(await started(alone)).toBe(0);
  });
});
