import { describe, expect, it } from 'vitest';
import type { Command } from '#contract/command.ts';
import { AWAY, now, setUp, there, YES } from '#test/player/by-hand.ts';
import type { Reply } from './session.ts';

describe('a command that the server fails to take', () => {
  const FAULT: Reply = { kind: 'away', why: 'fault', request: 'req_1' };

  /** A run whose answer failed so many times, and waits for the next try. */
  async function failing(times = 3, given: readonly Command[] = []) {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    const outcome = run.client.command(YES);
    const beside = given.map((command) => run.client.command(command));
    for (let n = 0; n < times; n++) {
      if (n > 0) run.client.retryNow();
      await run.settle();
      await run.reply(FAULT);
    }
    return { ...run, run, outcome, beside };
  }

  it('may be taken back after the third fault, not before, and not while there is no connection', async () => {
    const { run } = await failing(2);
    const tryAgain = async (reply: Reply) => {
      run.client.retryNow();
      await run.settle();
      await run.reply(reply);
    };
    expect(run.client.state.away).toMatchObject({ mayTakeBack: false });
    run.client.takeBack();
    expect(run.client.state.takingBack).toBe(false);
    await tryAgain(AWAY);
    expect(run.client.state.away).toMatchObject({ tries: 3, mayTakeBack: false });
    await tryAgain(FAULT);
    expect(run.client.state.away).toMatchObject({ tries: 4, mayTakeBack: true });
  });

  it('is taken back: it is never sent again, and the page stands as it was', async () => {
    const { run, outcome } = await failing();
    run.client.takeBack();
    expect(run.client.state).toMatchObject({ takingBack: true, busy: true, session: { seq: 1 } });
    expect(await run.client.command(YES)).toEqual({ kind: 'dropped' });
    await run.settle();
    expect(await run.reply(there(1))).toBeUndefined();
    expect(await outcome).toEqual({ kind: 'dropped' });
    expect(run.client.state).toMatchObject({
      takenBack: 'done',
      takingBack: false,
      away: undefined,
      busy: false,
      unconfirmed: false,
      session: { seq: 1 },
    });
    expect(run.open).toBe(0);
    void run.client.command({ kind: 'answer', value: false });
    expect(run.client.state.takenBack).toBeUndefined();
    expect(await run.reply(there(2))).toMatchObject({ id: 'command-2', expects: 1, command: { value: false } });
    expect(run.steps).toHaveLength(1);
  });

  it('that was done all the same is not: the page that follows is shown, and that is said', async () => {
    const { run, outcome } = await failing();
    run.client.takeBack();
    await run.settle();
    await run.reply(there(2));
    expect(await outcome).toEqual({ kind: 'dropped' });
    expect(run.client.state).toMatchObject({ takenBack: 'too-late', busy: false, lost: [], session: { seq: 2 } });
  });

  it('keeps its page and stays taken back while the session cannot be read, over a reload too', async () => {
    const { run } = await failing();
    run.client.takeBack();
    for (let n = 0; n < 3; n++) {
      await run.settle();
      expect(await run.reply(FAULT)).toBeUndefined();
      expect(run.client.state).toMatchObject({
        takingBack: true,
        busy: true,
        away: { why: 'fault', tries: 4 + n },
        session: { seq: 1 },
      });
      run.client.retryNow();
    }
    run.client.close();
    const after = setUp(run.drawer);
    void after.client.open();
    await after.reply(there(1));
    expect(after.open).toBe(0);
    expect(after.client.state).toMatchObject({ busy: false, session: { seq: 1 } });
  });

  it('leaves notes and the language where they are: they are sent', async () => {
    const note = { kind: 'note', text: 'prefers mornings' } as const;
    const { run, beside } = await failing(3, [note, { kind: 'language', language: 'de' }]);
    run.client.takeBack();
    const later = run.client.command({ kind: 'note', text: 'and tea' });
    await run.settle();
    await run.reply(there(1));
    expect(await run.reply(there(2, 1))).toMatchObject({ expects: 1, command: note });
    expect(await run.reply(there(3, 1))).toMatchObject({ expects: 2, command: { kind: 'language' } });
    expect(await run.reply(there(4, 1))).toMatchObject({ expects: 3, command: { text: 'and tea' } });
    for (const each of [...beside, later]) expect(await each).toMatchObject({ kind: 'done' });
  });

  it('a note that waits before it keeps its number: it may have been done already', async () => {
    const run = setUp();
    void run.client.open();
    await run.reply(there(1));
    void run.client.command({ kind: 'note', text: 'a note' });
    void run.client.command(YES);
    for (let n = 0; n < 3; n++) {
      await run.reply(FAULT);
      if (n < 2) run.client.retryNow();
      await run.settle();
    }
    run.client.takeBack();
    await run.settle();
    await run.reply(there(2, 1));
    expect(run.client.state.takenBack).toBe('done');
    expect(await run.reply(there(2, 1))).toMatchObject({ id: 'command-1', expects: 1, command: { kind: 'note' } });
    expect(run.open).toBe(0);
  });

  describe('while another try is on its way', () => {
    async function underWay() {
      const failed = await failing();
      failed.run.client.retryNow();
      await failed.run.settle();
      failed.run.client.takeBack();
      await failed.run.settle();
      // The try is waited for: what it tells is surer than what is asked beside it.
      expect(failed.run.open).toBe(1);
      return failed;
    }

    it('and is taken now, counts once', async () => {
      const { run, outcome } = await underWay();
      expect(await run.reply(there(2))).toMatchObject({ id: 'command-1' });
      expect(await outcome).toMatchObject({ kind: 'done', session: { seq: 2 } });
      expect(run.client.state).toMatchObject({ takenBack: 'too-late', takingBack: false, session: { seq: 2 } });
      expect(run.steps).toHaveLength(1);
      expect(run.open).toBe(0);
    });

    it.each<Reply>([FAULT, AWAY, { kind: 'refused', code: 'answer.refused', message: 'Write a number', fields: [] }])(
      'and fails as well, the session is asked at once: $kind $why',
      async (reply) => {
        const { run } = await underWay();
        await run.reply(reply);
        expect(run.waits).toHaveLength(0);
        expect(await run.reply(there(1))).toBeUndefined();
        expect(run.client.state).toMatchObject({ takenBack: 'done', busy: false, problems: [], message: undefined });
      },
    );

    it('and comes too late, the session is shown where it stands', async () => {
      const { run, outcome } = await underWay();
      await run.reply({ kind: 'stale', session: now(5) });
      expect(await outcome).toEqual({ kind: 'dropped' });
      expect(run.client.state).toMatchObject({ takenBack: 'too-late', busy: false, session: { seq: 5 } });
      expect(run.open).toBe(0);
    });

    it('and the player is taken away, nothing more is asked', async () => {
      const { run } = await underWay();
      run.client.close();
      await run.reply(FAULT);
      expect(run.open).toBe(0);
    });
  });

  it('waits for who has to sign in first, and is asked for then', async () => {
    const { run } = await failing();
    run.client.takeBack();
    await run.settle();
    await run.reply({ kind: 'closed', code: 'sign-in.needed', message: '' });
    expect(run.client.state).toMatchObject({ takingBack: true, trouble: { code: 'sign-in.needed' } });
    run.client.retry();
    await run.settle();
    expect(await run.reply(there(1))).toBeUndefined();
    expect(run.client.state).toMatchObject({ takenBack: 'done', busy: false, trouble: undefined });
  });
});
