import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { commentRoutes } from '#api/comments.ts';
import { type LiveEvent, liveEvent } from '#api/live.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { workingCopyRoutes } from '#api/working-copies.ts';
import type { ElementId, InteractionId } from '#prelude/ids.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

let house: House;
let account: Account;
let ann: Person;
let ben: Person;
beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme');
  ann = await account.person('designer');
  ben = await account.person('designer');
}, OPENING);
afterAll(() => house.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

async function newCopy(by: Person, update?: string) {
  const body = { interaction: 'int_shared' as InteractionId, name: 'Shared', ...(update ? { update } : {}) };
  return by.call(workingCopyRoutes.create, { account: account.id }, { body });
}

async function documentOf(by: Person, copy: { id: Parameters<typeof String>[0] }) {
  const params = { account: account.id, copy: String(copy.id) as never };
  const { update } = await by.call(workingCopyRoutes.read, params);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, 'base64'));
  return doc;
}

/** Listens until what is waited for was heard. */
async function listen(by: Person) {
  const abort = new AbortController();
  const response = await fetch(`${by.url}/api/v1/accounts/${account.id}/live`, {
    headers: { cookie: by.cookie ?? '' },
    signal: abort.signal,
  });
  const heard: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  const reading = (async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) heard.push(liveEvent.parse(JSON.parse(data)));
      }
      for (const check of waiting) check();
    }
  })().catch(() => {});
  return {
    type: response.headers.get('content-type'),
    heard,
    until: (wanted: (event: LiveEvent) => boolean) =>
      new Promise<LiveEvent>((resolve) => {
        const check = () => {
          const found = heard.find(wanted);
          if (!found) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    async stop() {
      abort.abort();
      await reading;
    },
  };
}

describe('a working copy', () => {
  it('merges the edits of several people, in whatever order and however often they come', async () => {
    const first = new Y.Doc();
    first.getMap('elements').set('q_problem', 'Problem');
    const copy = await newCopy(ann, base64(Y.encodeStateAsUpdate(first)));
    const params = { account: account.id, copy: copy.id };
    const mine = await documentOf(ann, copy);
    const yours = await documentOf(ben, copy);
    mine.getMap('elements').set('s_confirm', 'Confirm');
    yours.getMap('elements').set('s_greet', 'Greeting');
    const update = base64(Y.encodeStateAsUpdate(mine));
    await ann.call(workingCopyRoutes.update, params, { body: { update } });
    await ann.call(workingCopyRoutes.update, params, { body: { update } });
    await ben.call(workingCopyRoutes.update, params, { body: { update: base64(Y.encodeStateAsUpdate(yours)) } });
    expect((await documentOf(ann, copy)).getMap('elements').toJSON()).toEqual({
      q_problem: 'Problem',
      s_confirm: 'Confirm',
      s_greet: 'Greeting',
    });
  });

  it('stays whole when its many edits are put together while others edit', async () => {
    const copy = await newCopy(ann);
    const params = { account: account.id, copy: copy.id };
    const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    await Promise.all(
      docs.map(async (doc, who) => {
        for (let n = 0; n < 40; n++) {
          doc.getMap('elements').set(`e_${who}_${n}`, n);
          await ben.call(workingCopyRoutes.update, params, { body: { update: base64(Y.encodeStateAsUpdate(doc)) } });
          if (n % 10 === 9) await documentOf(ann, copy);
        }
      }),
    );
    expect((await documentOf(ann, copy)).getMap('elements').size).toBe(120);
  }, 30_000);

  it('refuses what is no edit', async () => {
    const copy = await newCopy(ann);
    const params = { account: account.id, copy: copy.id };
    const body = { update: base64(Buffer.from('no edit at all')) };
    expect(await ann.refused(workingCopyRoutes.update, params, { body })).toBe('working-copy.not-an-update');
  });

  it('is gone for everybody once it is deleted', async () => {
    const copy = await newCopy(ann);
    const params = { account: account.id, copy: copy.id };
    await ann.call(workingCopyRoutes.delete, params);
    expect(await ben.refused(workingCopyRoutes.read, params)).toBe('not-found');
    const { items } = await ben.call(workingCopyRoutes.list, { account: account.id });
    expect(items.map(({ id }) => id)).not.toContain(copy.id);
  });
});

describe('comments', () => {
  it('stand at an element with their replies until they are resolved', async () => {
    const { interaction } = await ann.publish(seed({ id: 'int_commented' }));
    const params = { account: account.id, interaction: interaction.id };
    const element = 'q_problem' as ElementId;
    const thread = await ann.call(commentRoutes.add, params, { body: { element, version: 1, text: 'Too long' } });
    const one = { ...params, comment: thread.id };
    await ben.call(commentRoutes.reply, one, { body: { text: 'Shortened' } });
    await ann.call(commentRoutes.add, params, { body: { text: 'Good work' } });
    const open = await ann.call(commentRoutes.list, params, { query: { element, open: 'true' } });
    expect(open.items).toMatchObject([
      { by: { id: ann.id }, text: 'Too long', version: 1, replies: [{ by: { id: ben.id }, text: 'Shortened' }] },
    ]);
    expect(await ann.call(commentRoutes.change, one, { body: { resolved: true } })).toMatchObject({ resolved: true });
    expect((await ann.call(commentRoutes.list, params, { query: { open: 'true' } })).items).toHaveLength(1);
    expect((await ann.call(commentRoutes.list, params)).items.map(({ text }) => text)).toEqual([
      'Good work',
      'Too long',
    ]);
  });
});

describe('a comment that was made in a test run', () => {
  it('leads to the run those who may open it, and nobody else', async () => {
    const [author, other, supervisor] = [
      await account.person('reviewer'),
      await account.person('reviewer'),
      await account.person('supervisor'),
    ];
    await account.team('Reviews', author, supervisor);
    const { interaction } = await ann.publish(seed({ id: 'int_reviewed' }));
    const run = await author.start(interaction.id, { kind: 'test', version: 1 });
    const params = { account: account.id, interaction: interaction.id };
    const made = await author.call(commentRoutes.add, params, { body: { session: run.id, text: 'Too long' } });
    expect(made.abilities).toContain('open-session');
    await author.call(commentRoutes.add, params, { body: { text: 'Good work' } });
    const steps = { account: account.id, session: run.id };
    for (const person of [author, supervisor, account.administrator]) {
      const { items } = await person.call(commentRoutes.list, params);
      const leads = items.map(({ text, abilities }) => [text, abilities.includes('open-session')]);
      expect(leads).toEqual([
        ['Good work', false],
        ['Too long', true],
      ]);
      expect((await person.call(sessionRoutes.steps, steps)).items).toHaveLength(1);
    }
    for (const [person, why] of [
      [other, 'not-found'],
      [ann, 'permission.missing'],
    ] as const) {
      const { items } = await person.call(commentRoutes.list, params);
      expect(items.flatMap(({ abilities }) => abilities)).not.toContain('open-session');
      expect(await person.refused(sessionRoutes.steps, steps)).toBe(why);
    }
  });
});

describe('a browser that listens', () => {
  it('hears of changes as they happen, edits with their content', async () => {
    const stream = await listen(ben);
    expect(stream.type).toBe('text/event-stream; charset=utf-8');
    const copy = await newCopy(ann);
    const doc = new Y.Doc();
    doc.getMap('elements').set('e_1', 1);
    const update = base64(Y.encodeStateAsUpdate(doc));
    await ann.call(workingCopyRoutes.update, { account: account.id, copy: copy.id }, { body: { update } });
    expect(await stream.until(({ kind }) => kind === 'working-copy.updated')).toEqual({
      kind: 'working-copy.updated',
      copy: copy.id,
      update,
    });
    const { interaction } = await ann.publish(seed({ id: 'int_heard' }));
    await stream.until((event) => event.kind === 'interactions.changed' && event.interaction === interaction.id);
    await stream.stop();
  });

  it('hears only what its reader may see, and nothing of other accounts', async () => {
    const agent = await account.person('agent');
    const stream = await listen(agent);
    const supervisor = await account.person('supervisor');
    await account.team('Claims', agent, supervisor);
    const watching = await listen(supervisor);
    const other = await house.account('Other');
    await other.administrator.release(seed());
    await newCopy(ann);
    const { interaction } = await account.administrator.release(seed({ id: 'int_watched' }));
    const session = await agent.start(interaction.id);
    await agent.answer(session, 'billing');
    await watching.until((event) => event.kind === 'sessions.changed' && event.session === session.id);
    expect(stream.heard).toEqual([]);
    expect(watching.heard.map(({ kind }) => kind)).not.toContain('working-copies.changed');
    const foreign = watching.heard.filter((event) => 'interaction' in event && event.interaction !== interaction.id);
    expect(foreign).toEqual([]);
    await stream.stop();
    await watching.stop();
  });

  it('a supervisor hears of the sessions of their teams, also as they are handed to one, and of no others', async () => {
    const [mine, other] = [await account.person('agent'), await account.person('agent')];
    const [supervisor, elsewhere] = [await account.person('supervisor'), await account.person('supervisor')];
    const claims = await account.team('Claims desk', mine, supervisor);
    await account.team('Other desk', other, elsewhere);
    const { interaction } = await account.administrator.release(seed({ id: 'int_of_teams' }));
    const [watching, far, all] = [
      await listen(supervisor),
      await listen(elsewhere),
      await listen(account.administrator),
    ];
    const heardBy = ({ heard }: typeof watching) =>
      new Set(
        heard.flatMap((event) =>
          event.kind === 'sessions.changed' && event.interaction === interaction.id ? [event.session] : [],
        ),
      );

    const ours = await mine.start(interaction.id);
    const theirs = await other.start(interaction.id);
    await other.command(await other.answer(theirs, 'billing'), { kind: 'transfer', to: { team: claims.id } });
    await watching.until((event) => event.kind === 'sessions.changed' && event.session === theirs.id);
    await far.until((event) => event.kind === 'sessions.changed' && event.session === theirs.id);
    await all.until((event) => event.kind === 'sessions.changed' && event.session === theirs.id);
    expect(heardBy(watching)).toEqual(new Set([ours.id, theirs.id]));
    expect(heardBy(far)).toEqual(new Set([theirs.id]));
    expect(heardBy(all)).toEqual(new Set([ours.id, theirs.id]));
    await Promise.all([watching.stop(), far.stop(), all.stop()]);
  });
});
