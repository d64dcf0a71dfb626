import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type pg from 'pg';

/** The line between a server and its database, for as long as a test wants it whole. */
export interface DatabaseLine {
  /** What leads a connection over it. */
  readonly config: Pick<pg.PoolConfig, 'host' | 'port'>;
  /** Every connection ends, and no new one is made. */
  cut(): void;
  /** Waits until so many connections were tried in vain since it was cut. */
  triedInVain(times: number): Promise<void>;
  /** Nothing comes through any more, and nobody is told. */
  silence(): void;
  /** New connections come through again; those that were silent end. */
  mend(): void;
  close(): Promise<void>;
}

/** A line to the socket of the tests' database server. */
export async function databaseLine({ host, port = 5432 }: pg.PoolConfig): Promise<DatabaseLine> {
  const socket = `${host}/.s.PGSQL.${port}`;
  const open = new Set<Socket>();
  const tries = new EventEmitter();
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  const server = createServer((near) => {
    open.add(near);
    near.on('close', () => open.delete(near)).on('error', () => {});
    if (state === 'cut') {
      near.destroy();
      tries.emit('vain');
    }
    if (state !== 'whole') return;
    const far = connect(socket);
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    near.on('data', (bytes) => state === 'whole' && far.write(bytes));
    far.on('data', (bytes) => state === 'whole' && near.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endAll = () => {
    for (const near of open) near.destroy();
  };
  return {
    config: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    cut() {
      state = 'cut';
      endAll();
    },
    async triedInVain(times) {
      for (let n = 0; n < times; n++) await once(tries, 'vain');
    },
    silence() {
      state = 'silent';
    },
    mend() {
      state = 'whole';
      endAll();
    },
    async close() {
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
