import type { Command } from '#contract/command.ts';
import type { Page } from '#contract/page.ts';
import type { ClientState } from '#player/client-state.ts';
import { type Drawer, Memory } from '#player/memory.ts';
import type { Reply, SessionNow, SessionSource } from '#player/session.ts';
import { SessionClient } from '#player/session-client.ts';

interface Sent {
  readonly id: string;
  readonly expects: number;
  readonly command: Command;
}

/** A server whose answers the test gives one by one, and a client that waits only as long as the test says. */
export function setUp(drawer: Drawer = drawerInMemory()) {
  const asked: { sent: Sent | undefined; answer: (reply: Reply) => void }[] = [];
  const waits: { milliseconds: number; end: () => void }[] = [];
  const watched: { past: number; answer: (reply: Reply) => void }[] = [];
  const ask = (sent?: Sent) => new Promise<Reply>((answer) => asked.push({ sent, answer }));
  const source: SessionSource = {
    memoryKey: 'ses_1',
    open: () => ask(),
    send: (id, expects, command) => ask({ id, expects, command }),
    watch: (past) => new Promise<Reply>((answer) => watched.push({ past, answer })),
  };
  let ids = 0;
  const states: ClientState[] = [];
  const steps: Command[] = [];
  const client = new SessionClient(
    source,
    {
      waiting: {
        wait: (milliseconds) => new Promise((end) => waits.push({ milliseconds, end })),
        wake() {
          for (const { end } of waits.splice(0)) end();
        },
      },
      memory: new Memory(drawer, 'ses_1'),
      newId: () => `command-${++ids}`,
      chance: () => 0.5,
      attention: () => ({ active: 10, idle: 0 }),
    },
    { changed: (state) => states.push(state), step: (command) => steps.push(command) },
  );
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  return {
    client,
    states,
    steps,
    waits,
    settle,
    drawer,
    /** Answers the oldest request and lets the client go on. */
    async reply(reply: Reply): Promise<Sent | undefined> {
      const next = asked.shift();
      if (!next) throw new Error('nothing was asked');
      next.answer(reply);
      await settle();
      return next.sent;
    },
    /** Lets the oldest look at a session that waits come back. */
    async looked(reply: Reply): Promise<number | undefined> {
      const look = watched.shift();
      look?.answer(reply);
      await settle();
      return look?.past;
    },
    get looks() {
      return watched.length;
    },
    get open() {
      return asked.length;
    },
  };
}

export function drawerInMemory(): Drawer {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

export function now(seq: number, n = seq): SessionNow {
  const page = { n, name: `Page ${n}`, trail: [], notes: [], part: { text: [], fields: [] } } as unknown as Page;
  return { id: 'ses_1', seq, status: 'waiting', page, name: 'Fault', kind: 'live', abilities: [] };
}

export const there = (seq: number, n?: number): Reply => ({ kind: 'now', session: now(seq, n) });
export const AWAY: Reply = { kind: 'away', why: 'unreached' };
export const YES: Command = { kind: 'answer', value: true };
