import { expect, test } from 'vitest';
import { Turnstile } from './turnstile.ts';

test('so many work at once, the others in the order in which they came, also after a failure', async () => {
  const turnstile = new Turnstile(2);
  const started: number[] = [];
  const gates = [0, 1, 2, 3, 4].map((n) => {
    let open: (failed: boolean) => void = () => {};
    const opened = new Promise<number>((resolve, reject) => {
      open = (failed) => (failed ? reject(new Error(String(n))) : resolve(n));
    });
    const done = turnstile.run(() => {
      started.push(n);
      return opened;
    });
    return { open, done };
  });
  expect(started).toEqual([0, 1]);
  gates[1]?.open(true);
  await expect(gates[1]?.done).rejects.toThrow('1');
  await expect.poll(() => started).toEqual([0, 1, 2]);
  for (const n of [0, 2, 3, 4]) {
    gates[n]?.open(false);
    expect(await gates[n]?.done).toBe(n);
  }
  expect(started).toEqual([0, 1, 2, 3, 4]);
});
