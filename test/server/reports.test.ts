import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FlowReport, reportRoutes, type SummaryReport, WENT } from '#api/reports.ts';
import { type SessionBody, sessionRoutes } from '#api/sessions.ts';
import type { Visit } from '#contract/visit.ts';
import { visitsOf } from '#engine/visits.ts';
import { distributionOf } from '#measures/distribution.ts';
import type { ElementId, InteractionId, SessionId } from '#prelude/ids.ts';
import { seededRandom, steppedClock } from '#prelude/ports.ts';
import { expireIdleSessions } from '#server/sessions/expire.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

const START = Date.UTC(2026, 10, 22, 9);
const clock = steppedClock(START);
const random = seededRandom(7);
const chance = (share: number) => random.next() < share;

let house: House;
let account: Account;
let agent: Person;
let analyst: Person;
let interaction: InteractionId;
const sessions: SessionBody[] = [];

beforeAll(async () => {
  house = await openHouse({ clock, reports: true });
  account = await house.account('Acme', { elementTarget: 20 });
  agent = await account.person('agent');
  analyst = await account.person('analyst');
  interaction = (await account.administrator.release(seed())).interaction.id;
  for (let n = 0; n < 60; n++) sessions.push(await wander());
  clock.advance(40 * 60_000);
  await expireIdleSessions(house.server.services);
  for (let n = 0; n < 5; n++) sessions.push(await agent.start(interaction));
  await agent.start(interaction, { kind: 'practice' });
  const other = await house.account('Other');
  await other.administrator.release(seed());
  await other.administrator.start(interaction);
  await house.server.services.replica?.feed();
}, OPENING);
afterAll(() => house.close());

/** A session of somebody who answers, goes back, gives up or falls asleep. */
async function wander(): Promise<SessionBody> {
  let session = await agent.start(interaction);
  for (let step = 0; step < 6 && session.status === 'waiting'; step++) {
    clock.advance(Math.floor(random.next() * 40_000));
    if (chance(0.05)) return session;
    if (chance(0.1)) session = await agent.command(session, { kind: 'quit' });
    else if (session.abilities.includes('back') && chance(0.3))
      session = await agent.command(session, { kind: 'back' });
    else session = await agent.answer(session, ...answerTo(session));
  }
  return session;
}

function answerTo({ page }: SessionBody): [] | [string] {
  const options = page?.part.fields[0]?.options;
  const chosen = options?.[Math.floor(random.next() * options.length)];
  return chosen ? [chosen.value] : [];
}

const summary = (query = {}) => analyst.call(reportRoutes.summary, { account: account.id }, { query });
const flow = (query = {}) =>
  analyst.call(reportRoutes.flow, { account: account.id }, { query: { interaction, ...query } });

/** The distribution of these times, but for the last digits, in which two ways of adding may differ. */
function near(times: readonly number[]) {
  const { n, ...figures } = distributionOf(times);
  const about = Object.entries(figures).map(([name, figure]) => [
    name,
    figure === null ? null : expect.closeTo(figure, 6),
  ]);
  return { n, ...Object.fromEntries(about) };
}

/** All visits, counted anew from the log of each session. */
async function visitsInTheLog(of: readonly SessionBody[] = sessions): Promise<Visit[]> {
  const all: Visit[] = [];
  for (const { id } of of) {
    const { items } = await analyst.call(sessionRoutes.steps, { account: account.id, session: id });
    all.push(
      ...visitsOf(
        id,
        items.flatMap(({ events }) => events),
      ),
    );
  }
  return all;
}

describe('the summary', () => {
  it('counts every session once, by how it went', async () => {
    const report: SummaryReport = await summary({ interaction });
    const now = await Promise.all(sessions.map((session) => analyst.look(session)));
    const by = (outcome: string | undefined) => now.filter((session) => session.outcome === outcome).length;
    expect(report).toMatchObject({
      started: sessions.length,
      completed: by('completed'),
      quit: by('quit'),
      timedOut: by('timed-out'),
      failed: 0,
      transferred: 0,
      running: 5,
    });
    expect(by('timed-out')).toBeGreaterThan(0);
    const { started, completed, timedOut, quit, transferred, failed, running } = report;
    expect(completed + timedOut + quit + transferred + failed + running).toBe(started);
    expect(report.byOutcome.reduce((sum, { sessions: n }) => sum + n, 0)).toBe(started - running);
    expect(report.fedUntil).not.toBeNull();
  });

  it('measures time from the first page to the end', async () => {
    const { handleTime } = await summary({ interaction });
    const visits = await visitsInTheLog();
    const spent = sessions
      .filter(({ id }) => visits.findLast(({ session }) => session === id)?.leftAt !== null)
      .map(({ id }) => visits.filter(({ session }) => session === id).reduce((sum, v) => sum + v.active + v.idle, 0));
    expect(handleTime).toEqual(near(spent));
  });

  it('never mixes kinds of sessions, accounts or periods', async () => {
    expect((await summary({ interaction, kind: 'practice' })).started).toBe(1);
    expect((await summary({ interaction, kind: 'test' })).started).toBe(0);
    expect((await summary()).started).toBe(sessions.length);
    expect((await summary({ interaction, to: START })).started).toBe(0);
    expect((await summary({ interaction, client: 'web' })).started).toBe(0);
    expect((await summary({ interaction, versions: '2,3' })).started).toBe(0);
  });
});

describe('the flow', () => {
  it('says for each element how it was left, and every number can be counted again from the log', async () => {
    const report: FlowReport = await flow();
    const visits = await visitsInTheLog();
    expect(report.sessions).toBe(sessions.length);
    expect(Object.keys(report.elements).sort()).toEqual([...new Set(visits.map(({ element }) => element))].sort());
    for (const [element, figures] of Object.entries(report.elements)) {
      const here = visits.filter((visit) => visit.element === element);
      const left = here.filter((visit) => visit.to !== null);
      const exits = [...new Set(left.map(({ exit }) => exit ?? ''))];
      const over = here.filter((visit) => visit.leftAt !== null);
      expect(figures, element).toMatchObject({
        entered: here.length,
        leftByExit: Object.fromEntries(exits.map((exit) => [exit, left.filter((v) => v.exit === exit).length])),
        endedHere: here.filter((visit) => visit.leftAt !== null && visit.to === null).length,
        stillHere: here.filter((visit) => visit.leftAt === null).length,
        dropOff: here.filter(({ exit }) => ['quit', 'expired', 'failed'].includes(exit ?? '')).length,
        back: here.filter(({ exit }) => exit === 'back').length,
        time: near(over.map(({ active }) => active)),
      });
      const sum = Object.values(figures.leftByExit).reduce((all, n) => all + n, 0);
      expect(figures.entered, element).toBe(sum + figures.endedHere + figures.stillHere);
    }
  });

  it('counts along each connector', async () => {
    const { connectors } = await flow();
    const visits = await visitsInTheLog();
    const file = JSON.parse(seed());
    expect(Object.keys(connectors).sort()).toEqual(Object.keys(file.connectors).sort());
    for (const [id, { from, to }] of Object.entries<{ from: string; to: string }>(file.connectors)) {
      const taken = visits.filter((v) => v.element === from && v.to === to && v.exit !== 'back' && v.exit !== 'jump');
      expect(connectors[id], id).toBe(taken.length);
    }
  });

  it('holds pages without a target of their own to that of the account', async () => {
    const { elements } = await flow();
    const visits = await visitsInTheLog();
    const element = 's_confirm' as ElementId;
    const target = elements[element]?.target ?? 0;
    expect(target).toBe(20_000);
    const done = visits.filter((visit) => visit.element === element && visit.leftAt !== null);
    const over = done.filter(({ active }) => active > target).length;
    expect(elements[element]?.overTarget).toEqual({ n: over, share: over / done.length });
    expect(over).toBeGreaterThan(0);
  });

  it('has the sessions behind each number', async () => {
    const { elements } = await flow();
    const element = 'q_problem' as ElementId;
    const query = { interaction, element, exit: 'quit', limit: 200 };
    const { items } = await analyst.call(reportRoutes.sessions, { account: account.id }, { query });
    const visits = await visitsInTheLog();
    const quit = visits.filter((visit) => visit.element === element && visit.exit === 'quit');
    expect(items.map(({ id }) => id).sort()).toEqual([...new Set(quit.map(({ session }) => session))].sort());
    expect(items.every(({ outcome }) => outcome === 'quit')).toBe(true);
    expect(elements[element]?.dropOff).toBeGreaterThanOrEqual(items.length);
  });

  it('tells designers which sessions there were, and neither who ran them nor what was answered', async () => {
    const designer = await account.person('designer');
    const both = await account.person('designer', 'analyst');
    const of = { query: { interaction, limit: 1 } };
    const behind = async (who: Person) => (await who.call(reportRoutes.sessions, { account: account.id }, of)).items;
    const [seen] = await behind(designer);
    expect([seen?.abilities, Object.keys(seen ?? {}).includes('agent')]).toEqual([[], false]);
    const session = seen?.id as SessionId;
    expect(await designer.refused(sessionRoutes.steps, { account: account.id, session })).toBe('permission.missing');
    expect((await behind(both))[0]?.abilities).toEqual(['steps']);
    const log = await both.call(sessionRoutes.steps, { account: account.id, session });
    expect(log.items[0]?.actor).toEqual({ id: agent.id, name: expect.any(String) });
  });

  it('lists the Interactions that had sessions in the period, and says how many had none', async () => {
    await account.administrator.publish(seed({ id: 'int_never_run', name: 'Never run' }));
    const params = { account: account.id };
    const whole = await analyst.call(reportRoutes.summary, params, { query: {} });
    const { handleTime, ...counted } = await analyst.call(reportRoutes.summary, params, { query: { interaction } });
    const each = await analyst.call(reportRoutes.interactions, params, { query: {} });
    const row = each.items.find((item) => item.interaction.id === interaction);
    expect(row).toEqual({
      interaction: { id: interaction, name: expect.any(String), deleted: false },
      started: counted.started,
      completed: counted.completed,
      handleTime: handleTime.p50,
    });
    expect(each.items.reduce((sum, { started }) => sum + started, 0)).toBe(whole.started);
    expect(each.items.map((item) => item.interaction.id)).not.toContain('int_never_run');
    expect(each.without).toBe(1);
    const before = await analyst.call(reportRoutes.interactions, params, { query: { to: START - 1 } });
    expect(before).toMatchObject({ items: [], without: each.items.length + 1 });
  });

  it('has the sessions behind each way in which they went, as many as were counted', async () => {
    const params = { account: account.id };
    const counted = await analyst.call(reportRoutes.summary, params, { query: { interaction } });
    let found = 0;
    for (const went of WENT) {
      const { items } = await analyst.call(reportRoutes.sessions, params, { query: { interaction, went, limit: 200 } });
      expect(items.length, went).toBe(Math.min(counted[went], 200));
      found += counted[went];
    }
    expect(found).toBe(counted.started);
  });

  it('shows the slowest first, page by page', async () => {
    const params = { account: account.id };
    const query = { interaction, element: 's_confirm' as ElementId, slowest: 'true' as const, limit: 10 };
    const first = await analyst.call(reportRoutes.sessions, params, { query });
    const second = await analyst.call(reportRoutes.sessions, params, {
      query: { ...query, ...(first.next ? { cursor: first.next } : {}) },
    });
    const times = [...first.items, ...second.items].map(({ active }) => active);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(20);
  });
});

describe('a process without reports', () => {
  it('says so', async () => {
    await using other = await openHouse();
    const acme = await other.account('Acme');
    expect(await acme.administrator.refused(reportRoutes.summary, { account: acme.id })).toBe('reports.absent');
  });
});
