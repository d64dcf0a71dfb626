import { EventEmitter } from 'node:events';
import type pg from 'pg';
import { expect, it, vi } from 'vitest';
import { NoticeListener } from './notices.ts';

/** A pool whose connections do what the test says when they are told to listen, in turn. */
function poolOf(...listens: readonly ((client: EventEmitter) => void)[]) {
  const told = { taken: 0, givenBack: 0 };
  const connect = async () => {
    const listen = listens[told.taken++];
    const client = Object.assign(new EventEmitter(), {
      query: async () => listen?.(client),
      release: () => void told.givenBack++,
    });
    return client;
  };
  return { pool: { connect } as unknown as pg.Pool, told };
}

const refuse = () => {
  throw new Error('cannot execute LISTEN during recovery');
};
const breakOff = (client: EventEmitter) => {
  client.emit('error', new Error('Connection terminated'));
  throw new Error('Connection terminated');
};

it('gives back a connection on which it may not listen', async () => {
  const { pool, told } = poolOf(refuse, refuse, () => {});
  let listening = 0;
  const listener = new NoticeListener(pool, { read: () => {}, lost: () => {}, listening: () => void listening++ });
  await expect(listener.start()).rejects.toThrow('recovery');
  await expect(listener.start()).rejects.toThrow('recovery');
  expect(told).toEqual({ taken: 2, givenBack: 2 });
  await listener.start();
  expect(listening).toBe(1);
  listener.close();
  expect(told).toEqual({ taken: 3, givenBack: 3 });
});

it('tries again once where a connection breaks while it is told to listen', async () => {
  vi.useFakeTimers();
  try {
    const { pool, told } = poolOf(breakOff, () => {});
    let listening = 0;
    const listener = new NoticeListener(pool, { read: () => {}, lost: () => {}, listening: () => void listening++ });
    await listener.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([told.taken, listening]).toEqual([2, 1]);
    listener.close();
    expect(told.givenBack).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});
