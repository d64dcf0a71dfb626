import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRequestRoutes } from '#api/change-requests.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { reportRoutes } from '#api/reports.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { valueRoutes } from '#api/values.ts';
import { versionRoutes } from '#api/versions.ts';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { evolve } from '#engine/evolve.ts';
import { compile } from '#engine/program.ts';
import { runTests } from '#engine/run-tests.ts';
import { readInteraction } from '#format/read.ts';
import { listSteps } from '#store/queries/session-steps.ts';
import { findSession, listSessions } from '#store/queries/sessions.ts';
import { type House, OPENING, openHouse, Person } from '#test/server/driver.ts';
import { readState } from '../sessions/head.ts';
import { DEMO_SIGN_INS, ensureDemo } from './demo.ts';
import { IDENTITY } from './findings.ts';
import { DEMO_ACCOUNT, DEMO_SCOPE } from './house.ts';
import { LOST_CARD } from './publishing.ts';

const SESSIONS = 80;

let house: House;
const progress: number[] = [];
let made: boolean;
beforeAll(async () => {
  house = await openHouse({ reports: true });
  made = await ensureDemo(house.server.services, {
    sessions: SESSIONS,
    onProgress: ({ sessions }) => progress.push(sessions),
  });
}, OPENING);
afterAll(() => house.close());

async function signIn(role: string): Promise<Person> {
  const person = DEMO_SIGN_INS.people.find((each) => each.role === role);
  return Person.signIn(house.server.url, person?.email ?? '', DEMO_ACCOUNT, DEMO_SIGN_INS.password);
}

describe('the sessions of the demo', () => {
  it('are as many as wanted, told one by one, and marked as demo', async () => {
    const all = await listSessions(DEMO_SCOPE, house.server.services.db, {}, SESSIONS + 10);
    expect(made).toBe(true);
    expect(all).toHaveLength(SESSIONS);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['demo']));
    expect(progress).toEqual(Array.from({ length: SESSIONS }, (_, n) => n + 1));
  });

  it('can be rebuilt from their log alone', async () => {
    const { db } = house.server.services;
    for (const line of await listSessions(DEMO_SCOPE, db, {}, SESSIONS)) {
      const steps = await listSteps(DEMO_SCOPE, db, line.id);
      const head = await findSession(DEMO_SCOPE, db, line.id);
      expect(steps.map(({ seq }) => seq)).toEqual(steps.map((_, index) => index + 1));
      expect(head?.seq).toBe(steps.length);
      const events = steps.flatMap((step) => step.events as unknown as SessionEvent[]);
      expect(evolve(undefined, events)).toEqual(head && readState(head.state));
      expect([head?.started_at, head?.last_at]).toEqual([steps[0]?.at, steps.at(-1)?.at]);
    }
  });

  it('lie in the past, the last ones still under way', async () => {
    const all = await listSessions(DEMO_SCOPE, house.server.services.db, {}, SESSIONS);
    const now = house.server.services.clock.now();
    expect(all.every(({ started_at, last_at }) => started_at <= last_at && last_at <= now)).toBe(true);
    expect(all.some(({ ended_at }) => ended_at === null)).toBe(true);
    const days = new Set(all.map(({ started_at }) => Math.floor(started_at / 86_400_000)));
    expect(days.size).toBeGreaterThan(15);
  });
});

describe('the demo account', () => {
  it.each(DEMO_SIGN_INS.people)('lets $name sign in', async ({ email, name }) => {
    const person = await Person.signIn(house.server.url, email, DEMO_ACCOUNT, DEMO_SIGN_INS.password);
    expect(person.id).not.toBe('');
    expect(name).not.toBe('');
  });

  it('has the values and outcomes that its Interactions use, and some to look at', async () => {
    const ada = await signIn('account-administrator');
    const params = { account: DEMO_ACCOUNT };
    expect((await ada.call(valueRoutes.list, params)).items.length).toBeGreaterThan(4);
    const { items } = await ada.call(interactionRoutes.list, params);
    for (const { id, newest } of items) {
      const version = await ada.call(versionRoutes.read, { ...params, interaction: id, version: newest.number });
      expect(version.accountProblems, version.interaction.name).toEqual([]);
    }
  });

  it('has three live Interactions, one of them with a draft that answers a change request', async () => {
    const ada = await signIn('account-administrator');
    const { items } = await ada.call(interactionRoutes.list, { account: DEMO_ACCOUNT });
    expect(items.every(({ sessionsLastWeek }) => sessionsLastWeek > 0)).toBe(true);
    const seen = items.map(({ name, statusText, folder, problems }) => ({
      name,
      statusText,
      folder: folder?.name,
      errors: problems.errors,
    }));
    expect(seen).toEqual(
      expect.arrayContaining([
        { name: 'Problem type', statusText: 'Live 1', folder: 'Customer service', errors: 0 },
        { name: 'Lost or stolen card', statusText: 'Live 1 · Draft 2', folder: 'Banking', errors: 0 },
        { name: 'Broadband fault', statusText: 'Live 1', folder: 'Broadband', errors: 0 },
      ]),
    );
    const requests = await ada.call(changeRequestRoutes.list, { account: DEMO_ACCOUNT });
    expect(requests.items.map(({ status }) => status).toSorted()).toEqual(['answered', 'open']);
    const evidence = requests.items.find(({ status }) => status === 'answered');
    expect(evidence).toMatchObject({ element: 'q_security_word', answeredBy: 2, owner: { name: 'Dora Lind' } });
    expect(Number(evidence?.figures.entered)).toBeGreaterThan(10);
    // In the units of reports: milliseconds and shares of 1, so that a later version is measured against them.
    expect(Number(evidence?.figures.median)).toBeGreaterThan(5_000);
    expect(Number(evidence?.figures.slowest)).toBeGreaterThan(Number(evidence?.figures.median));
    expect(Number(evidence?.figures.overTarget)).toBeLessThan(1);
    expect(Number(evidence?.figures.overTarget)).toBeGreaterThan(0.1);
  });

  it('shows its sessions and what is wrong with the lost card in its reports', async () => {
    await house.server.services.replica?.feed();
    const nadia = await signIn('analyst');
    const address = { account: DEMO_ACCOUNT };
    const summary = await nadia.call(reportRoutes.summary, address);
    expect(summary.started).toBe(SESSIONS);
    const flow = await nadia.call(reportRoutes.flow, address, { query: { interaction: LOST_CARD } });
    const identity = flow.elements[IDENTITY];
    expect(identity?.entered).toBeGreaterThan(15);
    expect(identity?.overTarget.share).toBeGreaterThan(0.15);
    const { items } = await nadia.call(sessionRoutes.list, address, { query: { kind: 'live', limit: 100 } });
    expect(items).toHaveLength(SESSIONS);
    for (const client of ['agent-desk', 'web']) {
      const session = items.find((item) => item.client === client)?.id;
      if (session === undefined) throw new Error(`Nobody came by ${client}`);
      const steps = await nadia.call(sessionRoutes.steps, { ...address, session });
      expect(steps.items[0]?.command).toBe('start');
    }
  });

  it('tells who made each version live, and who looked at it before', async () => {
    const ada = await signIn('account-administrator');
    const address = { account: DEMO_ACCOUNT, interaction: 'int_lost_card', version: '1' };
    const { history } = await ada.call(versionRoutes.read, address as never);
    expect(history.map(({ did, by }) => `${by.name} ${did}`).toSorted()).toEqual([
      'Ben Hughes made-live',
      'Dora Lind published',
      'Dora Lind submitted',
      'Ravi Patel approved',
    ]);
  });

  it('has a draft that passes its own tests, all of it reached', async () => {
    const ada = await signIn('account-administrator');
    const address = { account: DEMO_ACCOUNT, interaction: 'int_lost_card', version: '2' };
    const file = await ada.call(versionRoutes.file, address as never);
    const read = readInteraction(JSON.stringify(file), catalog);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { results, coverage } = runTests(compile(read.value, catalog), 0);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect([...coverage.elements.missing, ...coverage.exits.missing, ...coverage.rules.missing]).toEqual([]);
    const places = Object.values(read.value.layout.positions).map((place) => place.join(' '));
    expect(new Set(places).size).toBe(places.length);
  });

  it('is made once', async () => {
    expect(await ensureDemo(house.server.services, { sessions: SESSIONS + 50 })).toBe(false);
    expect(await listSessions(DEMO_SCOPE, house.server.services.db, {}, SESSIONS + 60)).toHaveLength(SESSIONS);
  });
});

describe('a demo that was broken off', () => {
  it('is finished at the next start, with no session too many', { timeout: OPENING }, async () => {
    await using other = await openHouse();
    const { services } = other.server;
    const powerCut = ensureDemo(services, {
      sessions: 40,
      onProgress: ({ sessions }) => {
        if (sessions === 15) throw new Error('Power cut');
      },
    });
    await expect(powerCut).rejects.toThrow('Power cut');
    expect(await ensureDemo(services, { sessions: 90 })).toBe(true);
    expect(await listSessions(DEMO_SCOPE, services.db, {}, 200)).toHaveLength(90);
    const requests = await services.db.selectFrom('change_requests').selectAll().execute();
    expect(requests).toHaveLength(2);
  });

  it('is made by one of two servers that start at the same time', { timeout: OPENING }, async () => {
    await using other = await openHouse();
    const { services } = other.server;
    const both = await Promise.all([ensureDemo(services, { sessions: 30 }), ensureDemo(services, { sessions: 30 })]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await listSessions(DEMO_SCOPE, services.db, {}, 100)).toHaveLength(30);
  });
});
