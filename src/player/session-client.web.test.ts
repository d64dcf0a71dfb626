import { describe, expect, it } from 'vitest';
import type { Page } from '#contract/page.ts';
import { AWAY, drawerInMemory, now, setUp, there, YES } from '#test/player/by-hand.ts';
import { Memory } from './memory.ts';
import type { Reply } from './session.ts';

/** The same session while its page waits for a call. */
function waiting(seq: number, n = seq): Reply {
  const session = now(seq, n);
  const wait = { effect: 'e1', kind: 'call', since: 0, label: 'Looking', skippable: true } as const;
  return { kind: 'now', session: { ...session, page: session.page && { ...session.page, wait } } };
}

describe('a session at a server', () => {
  it('is opened, answered and moves on', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    const outcome = run.client.command(YES);
    expect(run.client.state.busy).toBe(true);
    const sent = await run.reply(there(2));
    expect(sent).toMatchObject({ expects: 1, command: { kind: 'answer', value: true, active: 10, idle: 0 } });
    expect(await outcome).toMatchObject({ kind: 'done' });
    expect(run.client.state).toMatchObject({ busy: false, session: { seq: 2 } });
    expect(run.steps).toHaveLength(1);
  });

  it('sends a secret from memory: it is in no drawer, and nobody else hears it', async () => {
    const written: string[] = [];
    const drawer = { ...drawerInMemory(), setItem: (_key: string, value: string) => void written.push(value) };
    const run = setUp(drawer);
    void run.client.open();
    const asks = now(1);
    const part = { text: [], fields: [{ name: 'answer', kind: 'secret', secret: true }] };
    await run.reply({ kind: 'now', session: { ...asks, page: { ...asks.page, part } as unknown as Page } });
    void run.client.command({ kind: 'answer', value: 'sesame' });
    await run.reply(AWAY);
    run.client.retryNow();
    await run.settle();
    // Something else happened on the same page, so it is given once more.
    await run.reply({ kind: 'stale', session: now(2, 1) });
    const sent = await run.reply(there(3));
    expect(sent).toMatchObject({ expects: 2, command: { kind: 'answer', value: 'sesame' } });
    expect(run.steps).toEqual([{ kind: 'answer', active: 10, idle: 0 }]);
    expect(written.join()).not.toContain('sesame');
  });

  it('keeps the page and tries the same command again while the server is away', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    const outcome = run.client.command(YES);
    const first = await run.reply(AWAY);
    expect(run.client.state).toMatchObject({ away: { why: 'unreached' }, busy: true, session: { seq: 1 } });
    run.waits.shift()?.end();
    await run.settle();
    const second = await run.reply(AWAY);
    expect(second).toEqual(first);
    expect(run.waits[0]?.milliseconds).toBe(1000);
    run.waits.shift()?.end();
    await run.settle();
    const third = await run.reply(there(2));
    expect(third).toEqual(first);
    expect(await outcome).toMatchObject({ kind: 'done' });
    expect(run.client.state).toMatchObject({ away: undefined, busy: false });
  });

  it('waits as long as the server asks and a moment longer, so that not all come back at once', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply({ kind: 'away', why: 'busy', retryAfter: 7000 });
    expect(run.waits[0]?.milliseconds).toBe(8400);
  });

  it('looks for a server that is long away every few seconds: somebody is on a call', async () => {
    const run = setUp();
    void run.client.open();
    for (let n = 0; n < 10; n++) {
      await run.reply(AWAY);
      expect(run.waits[0]?.milliseconds).toBeLessThanOrEqual(5000);
      run.waits.shift()?.end();
      await run.settle();
    }
    await run.reply(there(1));
    expect(run.client.state).toMatchObject({ away: undefined });
  });

  it('takes one answer a page: a second press while the first is on its way is dropped', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    void run.client.command(YES);
    expect(await run.client.command(YES)).toEqual({ kind: 'dropped' });
    await run.reply(there(2));
    expect(run.open).toBe(0);
  });

  it('sends notes beside an answer, each after the other', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    void run.client.command(YES);
    const note = run.client.command({ kind: 'note', text: 'prefers mornings' });
    expect((await run.reply(there(2)))?.expects).toBe(1);
    expect((await run.reply(there(3, 2)))?.expects).toBe(2);
    expect(await note).toMatchObject({ kind: 'done' });
  });

  it('shows what is wrong with a refused answer, until the next one', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    const outcome = run.client.command({ kind: 'answer', value: 'x' });
    const fields = [{ field: 'answer', code: 'answer.not-number', message: 'Write a number' }];
    await run.reply({ kind: 'refused', code: 'answer.refused', message: 'Write a number', fields });
    expect(await outcome).toMatchObject({ kind: 'refused' });
    expect(run.client.state).toMatchObject({ problems: fields, busy: false, session: { seq: 1 } });
    void run.client.command({ kind: 'answer', value: 5 });
    expect(run.client.state.problems).toEqual([]);
  });

  it('goes on from the page of a session that moved on elsewhere; notes are still sent', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    const answer = run.client.command(YES);
    const note = run.client.command({ kind: 'note', text: 'a note' });
    await run.reply({ kind: 'stale', session: now(4) });
    expect(await answer).toEqual({ kind: 'dropped' });
    expect(run.client.state).toMatchObject({ movedElsewhere: true, busy: false, session: { seq: 4 } });
    expect(await run.reply(there(5, 4))).toMatchObject({ expects: 4, command: { kind: 'note' } });
    expect(await note).toMatchObject({ kind: 'done' });
  });

  it('sends an unsent answer after a reload, with the same id', async () => {
    const drawer = drawerInMemory();
    const before = setUp(drawer);
    void before.client.open();
    await before.reply(there(1));
    void before.client.command(YES);
    const sent = await before.reply(AWAY);
    before.client.close();

    const after = setUp(drawer);
    expect(after.client.state.busy).toBe(true);
    void after.client.open();
    await after.reply(there(2));
    expect(await after.reply(there(2))).toEqual(sent);
    expect(after.client.state).toMatchObject({ busy: false, session: { seq: 2 } });
  });

  it('stops where trying again is no use, and goes on when told', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    void run.client.command(YES);
    await run.reply({ kind: 'closed', code: 'sign-in.needed', message: '' });
    expect(run.client.state).toMatchObject({ trouble: { code: 'sign-in.needed' }, busy: true });
    run.client.retry();
    await run.settle();
    await run.reply(there(2));
    expect(run.client.state).toMatchObject({ trouble: undefined, busy: false, session: { seq: 2 } });
  });

  it('forgets what was kept when the session is over', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    new Memory(run.drawer, 'ses_1').keepTyped({ n: 1, element: 'q_1' as never }, { answer: 'half' });
    void run.client.command(YES);
    await run.reply({ kind: 'now', session: { ...now(2), page: null, status: 'ended' } });
    expect(run.drawer.getItem('waymark.session.ses_1')).toBeNull();
  });
});

describe('a session that waits for the world outside', () => {
  it('is looked at until it goes on, and no longer', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(waiting(1));
    expect(await run.looked(waiting(1))).toBe(1);
    expect(run.client.state.session?.seq).toBe(1);
    expect(await run.looked(there(2))).toBe(1);
    expect(run.client.state).toMatchObject({ session: { seq: 2 }, movedElsewhere: false });
    expect(run.looks).toBe(0);
  });

  it('is looked at while the server is away, and shows what keeps it from going on', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(waiting(1));
    await run.looked(AWAY);
    expect(run.client.state.away).toMatchObject({ why: 'unreached', tries: 1 });
    run.waits.shift()?.end();
    await run.settle();
    await run.looked({ kind: 'away', why: 'fault', request: 'req_1' });
    expect(run.client.state.away).toMatchObject({ why: 'fault', tries: 2, request: 'req_1', mayTakeBack: false });
    expect(run.waits[0]?.milliseconds).toBe(1000);
    run.waits.shift()?.end();
    await run.settle();
    await run.looked(waiting(1));
    expect(run.client.state.away).toBeUndefined();
    await run.looked({ kind: 'closed', code: 'sign-in.needed', message: '' });
    expect(run.client.state.trouble?.code).toBe('sign-in.needed');
    expect(run.looks).toBe(0);
  });

  it('is not looked at for ever where the server refuses to tell', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(waiting(1));
    await run.looked({ kind: 'refused', code: 'request.invalid', message: '', fields: [] });
    expect(run.client.state.trouble?.code).toBe('request.invalid');
    expect(run.looks).toBe(0);
  });

  it('may be gone on without what it waits for; a look that comes late changes nothing', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(waiting(1));
    void run.client.command({ kind: 'skip' });
    await run.reply(there(2));
    expect(run.client.state.session?.seq).toBe(2);
    await run.looked(waiting(1));
    expect(run.client.state.session?.seq).toBe(2);
    expect(run.looks).toBe(0);
  });

  it('stays free for answers while a button is pressed', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    void run.client.command({ kind: 'act', button: 'b_1' });
    expect(run.client.state.busy).toBe(false);
    const outcome = run.client.command(YES);
    expect(await run.reply(there(2, 1))).toMatchObject({ command: { kind: 'act' }, expects: 1 });
    expect(await run.reply(there(3))).toMatchObject({ command: { kind: 'answer' }, expects: 2 });
    expect(await outcome).toMatchObject({ kind: 'done' });
  });

  it('gives an answer again where the same page only got a result meanwhile', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    const outcome = run.client.command(YES);
    const first = await run.reply({ kind: 'stale', session: now(2, 1) });
    const second = await run.reply(there(3));
    expect(second).toEqual({ ...first, expects: 2 });
    expect(run.client.state.movedElsewhere).toBe(false);
    expect(await outcome).toMatchObject({ kind: 'done' });
  });
});
