import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRoutes } from '#api/audit.ts';
import { type Outcome, outcomeRoutes } from '#api/outcomes.ts';
import { reportRoutes } from '#api/reports.ts';
import { versionRoutes } from '#api/versions.ts';
import { OWN_OUTCOMES } from '#contract/outcome.ts';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { draw, text } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';

let house: House;
let account: Account;
let admin: Person;
let agent: Person;
beforeAll(async () => {
  house = await openHouse({ reports: true });
  account = await house.account('Acme');
  admin = account.administrator;
  agent = await account.person('agent');
}, OPENING);
afterAll(() => house.close());

const params = () => ({ account: account.id });
const one = (outcome: string) => ({ account: account.id, outcome });
const all = async () => (await agent.call(outcomeRoutes.list, params())).items;
const keys = async () => (await all()).filter(({ own }) => !own).map(({ key }) => key);
const found = async (key: string) => (await all()).find((outcome) => outcome.key === key);

let made = 0;

function make(label = 'Sold', kind: Outcome['kind'] = 'success'): Promise<Outcome> {
  const body = { key: `${label.toLowerCase()} ${++made}`, label: { en: label }, kind };
  return admin.call(outcomeRoutes.create, params(), { body });
}

/** An Interaction that greets and ends with an outcome, live. */
async function ending(outcome: string, languages: string[] = ['en']): Promise<InteractionId> {
  const id = `int_${++made}` as InteractionId;
  const drawn = draw({
    name: id,
    languages,
    elements: { s_a: { name: 'Greeting', text: text('Hello') }, e_a: { name: 'The end', outcome } },
    connectors: ['s_a -> e_a'],
  });
  return (await admin.release(writeInteraction({ ...drawn, id }))).interaction.id;
}

async function finish(interaction: InteractionId) {
  return agent.answer(await agent.start(interaction));
}

describe('the outcomes of an account', () => {
  it('begin with a sensible set, and those that sessions have by themselves are always there', async () => {
    const fresh = await house.account('Fresh');
    const { items } = await fresh.administrator.call(outcomeRoutes.list, { account: fresh.id });
    expect(items.filter(({ own }) => !own).map(({ label }) => label.en)).toEqual([
      'Resolved',
      'Not resolved',
      'Call back',
      'Information given',
      'Complaint taken',
      'Wrong number',
    ]);
    expect(items.filter(({ own }) => own).map(({ key }) => key)).toEqual(Object.keys(OWN_OUTCOMES));
    expect(items.filter(({ own }) => own).every(({ abilities }) => abilities.join() === 'rename')).toBe(true);
  });

  it('are made, called otherwise and put into an order, each with an entry in the audit log', async () => {
    const sold = await make('Sold');
    const label = { en: 'Sold a contract', de: 'Vertrag verkauft' };
    const headers = { 'if-match': `"${sold.revision}"` };
    const renamed = await admin.call(outcomeRoutes.change, one(sold.key), { body: { label }, headers });
    expect(renamed).toMatchObject({ label, kind: 'success', revision: 2 });
    expect(await admin.refused(outcomeRoutes.change, one(sold.key), { body: { kind: 'neutral' }, headers })).toBe(
      'object.changed',
    );
    const before = await keys();
    await admin.call(outcomeRoutes.arrange, params(), { body: { order: [sold.key, 'nothing of ours'] } });
    expect(await keys()).toEqual([sold.key, ...before.filter((key) => key !== sold.key)]);
    const { items } = await admin.call(auditRoutes.list, params(), { query: { object: `outcome:${sold.key}` } });
    expect(items.map(({ what, details }) => [what, details.before ?? null, details.after])).toEqual([
      [
        'outcome.changed',
        { label: { en: 'Sold' }, kind: 'success', retired: false },
        { label, kind: 'success', retired: false },
      ],
      ['outcome.made', null, { label: { en: 'Sold' }, kind: 'success' }],
    ]);
  });

  it('have keys that nobody mistakes for each other', async () => {
    for (const key of ['Call Back', 'call-back', 'Completed', 'timed out']) {
      const body = { key, label: { en: 'Other' }, kind: 'neutral' as const };
      expect(await admin.refused(outcomeRoutes.create, params(), { body })).toBe('outcome.key-taken');
    }
    for (const key of ['', ' x', 'a/b', 'a:b']) {
      const body = { key, label: { en: 'Other' }, kind: 'neutral' as const };
      expect(await admin.refused(outcomeRoutes.create, params(), { body })).toBe('request.invalid');
    }
  });

  it('that sessions have by themselves can be called otherwise and nothing else', async () => {
    const label = { en: 'Hung up' };
    const changed = await admin.call(outcomeRoutes.change, one('quit'), { body: { label } });
    expect(changed).toMatchObject({ key: 'quit', label, own: true });
    expect(await admin.refused(outcomeRoutes.change, one('quit'), { body: { retired: true } })).toBe('outcome.own');
    expect(await admin.refused(outcomeRoutes.change, one('quit'), { body: { kind: 'success' } })).toBe('outcome.own');
    expect(await admin.refused(outcomeRoutes.delete, one('quit'))).toBe('outcome.own');
    expect(await admin.refused(outcomeRoutes.merge, one('quit'), { body: { into: 'completed' } })).toBe('outcome.own');
  });
});

describe('an outcome in use', () => {
  it('shows where, and how many sessions ended so', async () => {
    const { key } = await make();
    const interaction = await ending(key);
    await finish(interaction);
    const uses = await admin.call(outcomeRoutes.uses, one(key));
    expect(uses).toEqual({
      sessions: 1,
      items: [
        {
          interaction: { id: interaction, name: interaction, trashed: false },
          place: { kind: 'version', number: 1, status: 'live' },
          elements: [{ id: 'e_a', name: 'The end' }],
        },
      ],
    });
  });

  it('is not deleted, be it that an element gives it or that a session ended with it', async () => {
    const { key } = await make();
    const interaction = await ending(key);
    expect(await admin.refused(outcomeRoutes.delete, one(key))).toBe('outcome.in-use');
    await finish(interaction);
    await admin.call(versionRoutes.retire, admin.of(interaction, 1), { body: {} });
    expect(await admin.refused(outcomeRoutes.delete, one(key))).toBe('outcome.in-use');
    const unused = await make();
    await admin.call(outcomeRoutes.delete, one(unused.key));
    expect(await found(unused.key)).toBeUndefined();
  });

  it('is retired instead: it keeps its words, and versions that give it are warned of', async () => {
    const { key } = await make();
    const interaction = await ending(key);
    const version = () => admin.call(versionRoutes.read, admin.of(interaction, 1));
    expect((await version()).accountProblems).toEqual([]);
    await admin.call(outcomeRoutes.change, one(key), { body: { retired: true } });
    expect(await found(key)).toMatchObject({ retired: true, label: { en: 'Sold' } });
    expect((await version()).accountProblems.map(({ code }) => code)).toEqual(['account.retired-outcome']);
    await admin.call(outcomeRoutes.change, one(key), { body: { retired: false } });
    expect((await version()).accountProblems).toEqual([]);
  });

  it('is said in the language of the session when it is over, and its key is where it has no words', async () => {
    const body = { key: 'sold on', label: { en: 'Sold', es: 'Vendido' }, kind: 'success' as const };
    await admin.call(outcomeRoutes.create, params(), { body });
    const interaction = await ending('sold on', ['en', 'es']);
    const started = await agent.start(interaction, { language: 'es' } as never);
    expect(started.outcomeLabel).toBeUndefined();
    const over = await agent.answer(started);
    expect(over).toMatchObject({ outcome: 'sold on', outcomeLabel: 'Vendido' });
    expect((await agent.look(over)).outcomeLabel).toBe('Vendido');
    const unknown = await finish(await ending('never made'));
    expect(unknown.outcome).toBe('never made');
    expect(unknown.outcomeLabel).toBeUndefined();
  });
});

describe('an outcome that is merged into another', () => {
  it('counts as the other in reports, with the sessions of both behind the number', async () => {
    const [sold, closed, won] = [await make('Sold'), await make('Closed'), await make('Won')];
    const interaction = await ending(sold.key);
    const sessions = [await finish(interaction), await finish(interaction), await finish(await ending(closed.key))];
    await admin.call(outcomeRoutes.merge, one(sold.key), { body: { into: closed.key } });
    // What was merged before comes along.
    await admin.call(outcomeRoutes.merge, one(closed.key), { body: { into: won.key } });
    expect(await found(sold.key)).toMatchObject({ retired: true, mergedInto: won.key });
    expect((await agent.look(sessions[0] as never)).outcomeLabel).toBe('Won');

    const byOutcome = async () => {
      // One that is under way already may have begun before the last session ended.
      await house.server.services.replica?.feed();
      return (await admin.call(reportRoutes.summary, params())).byOutcome;
    };
    await expect.poll(byOutcome, { timeout: 30_000 }).toContainEqual({ outcome: won.key, sessions: 3 });
    expect((await byOutcome()).map(({ outcome }) => outcome)).not.toContain(sold.key);
    const behind = await admin.call(reportRoutes.sessions, params(), { query: { interaction, outcome: won.key } });
    const mine = sessions.slice(0, 2).map(({ id }) => id);
    expect(behind.items.map(({ id }) => id).toSorted()).toEqual(mine.toSorted());
  });

  it('comes back by itself when it is used again, and its target stays while others count as it', async () => {
    const [sold, closed] = [await make('Sold'), await make('Closed')];
    await admin.call(outcomeRoutes.merge, one(sold.key), { body: { into: closed.key } });
    expect(await admin.refused(outcomeRoutes.delete, one(closed.key))).toBe('outcome.in-use');
    const back = await admin.call(outcomeRoutes.change, one(sold.key), { body: { retired: false } });
    expect(back).toMatchObject({ retired: false, mergedInto: null });
    await admin.call(outcomeRoutes.delete, one(closed.key));
  });

  it.each(['itself', 'one that is not there', 'one that is retired', 'what befell a session'])(
    'is refused into %s',
    async (what) => {
      const sold = await make('Sold');
      const retired = await make('Old');
      await admin.call(outcomeRoutes.change, one(retired.key), { body: { retired: true } });
      const into = {
        itself: sold.key,
        'one that is not there': 'nothing of ours',
        'one that is retired': retired.key,
        'what befell a session': 'timed-out',
      }[what];
      const body = { into: into ?? '' };
      expect(await admin.refused(outcomeRoutes.merge, one(sold.key), { body })).toBe('outcome.not-a-target');
    },
  );
});
