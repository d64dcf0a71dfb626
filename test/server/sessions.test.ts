import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskRoutes } from '#api/desk.ts';
import { type SessionBody, sessionRoutes, staleBody } from '#api/sessions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { steppedClock } from '#prelude/ports.ts';
import { expireIdleSessions } from '#server/sessions/expire.ts';
import { type Account, type House, newCommandId, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

const MINUTE = 60_000;
const clock = steppedClock(Date.UTC(2026, 10, 22, 9));

let house: House;
let account: Account;
let admin: Person;
let agent: Person;
let interaction: InteractionId;
beforeAll(async () => {
  house = await openHouse({ clock });
  account = await house.account('Acme');
  admin = account.administrator;
  agent = await account.person('agent');
  interaction = (await admin.release(seed())).interaction.id;
}, OPENING);
afterAll(() => house.close());

const inSession = (session: SessionBody) => ({ account: account.id, session: session.id });

describe('a session', () => {
  it('leads an agent to the end', async () => {
    const first = await agent.start(interaction);
    expect(first).toMatchObject({ seq: 1, status: 'waiting', interaction: { id: interaction, version: 1 } });
    expect(first.page).toMatchObject({ element: 'q_problem', type: 'question' });
    const second = await agent.answer(first, 'billing');
    expect(second.page).toMatchObject({ element: 's_confirm', trail: [{ element: 'q_problem' }] });
    const over = await agent.answer(second);
    expect(over).toMatchObject({ status: 'ended', outcome: 'completed', page: null, seq: 3, abilities: [] });
  });

  it('keeps its version, whatever is published meanwhile', async () => {
    const id = 'int_pinned' as InteractionId;
    await admin.release(seed({ id, name: 'Before' }));
    const running = await agent.start(id);
    await admin.release(seed({ id, name: 'After' }));
    expect((await agent.answer(running, 'billing')).interaction).toMatchObject({ name: 'Before', version: 1 });
    expect((await agent.start(id)).interaction).toMatchObject({ name: 'After', version: 2 });
  });

  it('refuses an answer that does not fit and writes nothing', async () => {
    const first = await agent.start(interaction);
    const body = { id: newCommandId(), expects: 1, kind: 'answer' as const, value: 'no such choice' };
    const reply = await agent.ask(sessionRoutes.command, inSession(first), { body });
    expect(reply).toMatchObject({ status: 422, body: { code: 'answer.refused', fields: [{ field: 'answer' }] } });
    expect(await agent.look(first)).toEqual(first);
  });

  it('says no to what cannot be done here', async () => {
    const first = await agent.start(interaction);
    const body = { id: newCommandId(), expects: 1, kind: 'back' as const };
    const reply = await agent.ask(sessionRoutes.command, inSession(first), { body });
    expect(reply).toMatchObject({ status: 422, body: { code: 'command.refused', reason: 'back.nothing-before' } });
  });

  it('answers a command that comes too late with the page as it is now', async () => {
    const first = await agent.start(interaction);
    const second = await agent.answer(first, 'billing');
    const body = { id: newCommandId(), expects: 1, kind: 'answer' as const, value: 'technical' };
    const reply = await agent.ask(sessionRoutes.command, inSession(first), { body });
    expect(reply.status).toBe(409);
    expect(staleBody.parse(reply.body)).toMatchObject({ code: 'session.stale', session: second });
  });

  it('gives a repeated command its answer again, also when the session has moved on', async () => {
    const first = await agent.start(interaction);
    const id = newCommandId();
    const second = await agent.command(first, { kind: 'answer', value: 'billing' }, id);
    expect(await agent.command(first, { kind: 'answer', value: 'billing' }, id)).toEqual(second);
    await agent.answer(second);
    expect(await agent.command(first, { kind: 'answer', value: 'billing' }, id)).toEqual(second);
    const { items } = await agent.call(sessionRoutes.steps, inSession(first));
    expect(items.map(({ seq, command }) => [seq, command])).toEqual([
      [1, 'start'],
      [2, 'answer'],
      [3, 'answer'],
    ]);
  });

  it('lets one of two win who answer the same page at once', async () => {
    const first = await agent.start(interaction);
    const replies = await Promise.all(
      ['billing', 'technical'].map((value) =>
        agent.ask(sessionRoutes.command, inSession(first), {
          body: { id: newCommandId(), expects: 1, kind: 'answer', value },
        }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('goes back, keeps notes, pauses and resumes', async () => {
    const first = await agent.start(interaction);
    const second = await agent.answer(first, 'billing');
    const again = await agent.command(second, { kind: 'back' });
    expect(again.page).toMatchObject({ element: 'q_problem', part: { fields: [{ value: 'billing' }] } });
    const noted = await agent.command(again, { kind: 'note', text: 'Calls back at 15:00' });
    expect(noted.page?.notes).toMatchObject([{ text: 'Calls back at 15:00' }]);
    const paused = await agent.command(noted, { kind: 'pause', reason: 'Customer looks for the letter' });
    expect(paused).toMatchObject({ status: 'paused', abilities: ['language', 'note', 'resume', 'quit'] });
    const query = { mine: 'true', status: 'paused' } as const;
    const { items } = await agent.call(sessionRoutes.list, { account: account.id }, { query });
    expect(items.map(({ id }) => id)).toContain(first.id);
    expect((await agent.command(paused, { kind: 'resume' })).page?.element).toBe('q_problem');
  });

  it('tells every step, who did it and what followed', async () => {
    const first = await agent.start(interaction);
    await agent.answer(first, 'billing');
    const { items } = await admin.call(sessionRoutes.steps, inSession(first));
    expect(items.map(({ actor }) => actor?.id)).toEqual([agent.id, agent.id]);
    expect(items[1]?.events.map(({ kind }) => kind)).toContain('answer-given');
  });
});

describe('whose session it is', () => {
  it('shows others nothing, and lets those who may look only look', async () => {
    const colleague = await account.person('agent');
    const analyst = await account.person('analyst');
    const session = await agent.start(interaction);
    expect(await colleague.refused(sessionRoutes.read, inSession(session))).toBe('not-found');
    await expect(colleague.answer(session, 'billing')).rejects.toThrow('not-found');
    expect(await analyst.look(session)).toMatchObject({ id: session.id, abilities: [] });
    await expect(analyst.answer(session, 'billing')).rejects.toThrow('not-found');
    const { items } = await colleague.call(sessionRoutes.list, { account: account.id });
    expect(items).toEqual([]);
  });

  it('keeps tests apart: any version, variables shown, by those with the right', async () => {
    const id = 'int_tested' as InteractionId;
    await admin.publish(seed({ id }));
    const reviewer = await account.person('reviewer');
    const test = await reviewer.start(id, { kind: 'test', version: 1 });
    expect(await reviewer.answer(test, 'billing')).toMatchObject({ kind: 'test', variables: { problem: 'billing' } });
    await expect(agent.start(id, { kind: 'test', version: 1 })).rejects.toThrow('permission.missing');
    await expect(agent.start(id)).rejects.toThrow('interaction.not-live');
    await expect(agent.start(interaction, { kind: 'live', version: 7 })).rejects.toThrow('version.wrong-status');
    expect((await agent.start(interaction, { kind: 'practice' })).variables).toBeUndefined();
  });

  it('starts only where the version is meant to run', async () => {
    const id = 'int_for_api' as InteractionId;
    await admin.publish(seed({ id }), { clients: ['api'] });
    await admin.approve(id, 1);
    await expect(agent.start(id)).rejects.toThrow('interaction.not-for-client');
  });

  it('takes only values to start with that the Interaction asks for', async () => {
    await expect(agent.start(interaction, { variables: { nope: 1 } })).rejects.toThrow('session.variables');
    // What it finds out itself, nobody may say before.
    await expect(agent.start(interaction, { variables: { problem: 'billing' } })).rejects.toThrow('session.variables');
    const id = 'int_with_input' as InteractionId;
    const { variables } = JSON.parse(seed({})) as { variables: { problem: object } };
    await admin.release(seed({ id, variables: { problem: { ...variables.problem, input: true } } }));
    expect((await agent.start(id, { variables: { problem: 'billing' } })).page?.element).toBe('q_problem');
  });
});

describe('the desk', () => {
  it('offers what is live, by name, with its languages and when one last ran it', async () => {
    await agent.start(interaction);
    const { items } = await agent.call(
      deskRoutes.interactions,
      { account: account.id },
      { query: { text: 'PROBLEM' } },
    );
    const found = items.find(({ id }) => id === interaction);
    expect(found).toMatchObject({ version: 1, languages: ['en', 'es'], lastRunAt: clock.now() });
    expect(items.map(({ id }) => id)).not.toContain('int_tested');
  });
});

describe('sessions that nobody goes on with', () => {
  it('are timed out after the account’s minutes, but not where they are paused', async () => {
    const waiting = await agent.start(interaction);
    const resting = await agent.start(interaction);
    const paused = await agent.command(resting, { kind: 'pause' });
    clock.advance(20 * MINUTE);
    const used = await agent.start(interaction);
    clock.advance(11 * MINUTE);
    expect(await expireIdleSessions(house.server.services)).toBeGreaterThan(0);
    expect(await agent.look(waiting)).toMatchObject({ status: 'ended', outcome: 'timed-out' });
    expect(await agent.look(paused)).toMatchObject({ status: 'paused' });
    expect(await agent.look(used)).toMatchObject({ status: 'waiting' });
    expect(await expireIdleSessions(house.server.services)).toBe(0);
    const { items } = await admin.call(sessionRoutes.steps, inSession(waiting));
    expect(items.at(-1)).toMatchObject({ actor: null, command: 'expire' });
  });

  it('are resumed by those with the right, who then go on with them', async () => {
    const supervisor = await account.person('supervisor');
    const stranger = await account.person('supervisor');
    await account.team('Second line', agent, supervisor);
    const session = await agent.start(interaction);
    clock.advance(31 * MINUTE);
    await expireIdleSessions(house.server.services);
    const over = await agent.look(session);
    await expect(agent.command(over, { kind: 'resume' })).rejects.toThrow('permission.missing');
    await expect(stranger.command(over, { kind: 'resume' })).rejects.toThrow('not-found');
    const resumed = await supervisor.command(over, { kind: 'resume' });
    expect(resumed).toMatchObject({ status: 'waiting', page: { element: 'q_problem' } });
    expect((await supervisor.answer(resumed, 'billing')).page?.element).toBe('s_confirm');
    await expect(agent.answer(resumed, 'billing')).rejects.toThrow('not-found');
  });
});
