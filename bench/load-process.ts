import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, LoadResult } from './step-load.ts';

export interface LoadProcess extends Disposable {
  /** Puts a server under load; the sessions go on from there the next time. */
  run(load: Load): Promise<LoadResult>;
}

/** Starts the program in which all clients run: one for all rounds, so that it is warm in those that count. */
export function loadProcess(program: URL): LoadProcess {
  const clients = fork(fileURLToPath(program), { execArgv: [] });
  const died = once(clients, 'exit').then(([code]) => {
    throw new Error(`The clients ended with ${code}`);
  });
  died.catch(() => {});
  return {
    async run(load) {
      clients.send(load);
      const [result] = (await Promise.race([once(clients, 'message'), died])) as [LoadResult];
      for (const [index, session] of load.sessions.entries()) session.seq = result.seqs[index] ?? session.seq;
      return result;
    },
    [Symbol.dispose]: () => void clients.kill(),
  };
}
