import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from './connect.ts';
import { WORKING_COPY_CHANNEL } from './queries/working-copies.ts';

/** The channel on which server processes tell each other what changed. */
const NOTICE_CHANNEL = 'waymark';

/** How long to wait before listening anew, milliseconds. */
const RETRY = 1_000;

/** Tells every process; within a transaction: once it is committed. A message holds less than 8,000 bytes. */
export async function sendNotices(db: Db, messages: readonly string[]): Promise<void> {
  await sql`select pg_notify(${NOTICE_CHANNEL}, message) from unnest(${messages}::text[]) as message`.execute(db);
}

export interface NoticeReader {
  read(channel: string, message: string): void;
  /** The connection broke: what was sent until the next notice is lost. */
  lost(error: Error): void;
  /** From now on every notice comes; whatever came before may be unheard. */
  listening?(): void;
}

/** Listens to the other processes on a connection of its own, and goes on listening when that breaks. */
export class NoticeListener {
  readonly #pool: pg.Pool;
  readonly #reader: NoticeReader;
  #client: pg.PoolClient | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(pool: pg.Pool, reader: NoticeReader) {
    this.#pool = pool;
    this.#reader = reader;
  }

  async start(): Promise<void> {
    const client = await this.#pool.connect();
    if (this.#closed) {
      client.release();
      return;
    }
    this.#client = client;
    client.on('error', (error) => this.#lose(client, error));
    client.on('notification', ({ channel, payload = '' }) => this.#reader.read(channel, payload));
    try {
      await client.query(`listen ${NOTICE_CHANNEL}; listen ${WORKING_COPY_CHANNEL}`);
    } catch (error) {
      // Where the connection broke meanwhile, it was heard of already.
      if (this.#client !== client) return;
      // Such as a server that only stands by: one connection more is lost to the others with each attempt unless it is given back.
      this.#client = undefined;
      client.release(true);
      throw error;
    }
    this.#reader.listening?.();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    // A connection that listens is of no use to others.
    this.#client?.release(true);
    this.#client = undefined;
  }

  #lose(client: pg.PoolClient, error: Error): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    client.release(error);
    this.#reader.lost(error);
    this.#again();
  }

  #again(): void {
    this.#retry = setTimeout(() => {
      this.start().catch((error: Error) => {
        this.#reader.lost(error);
        if (!this.#closed) this.#again();
      });
    }, RETRY);
    this.#retry.unref();
  }
}
