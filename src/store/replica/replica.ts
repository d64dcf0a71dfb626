import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type pg from 'pg';
import type { Instant } from '#prelude/ports.ts';
import { type FeedRound, feedRound, LogGap } from './feed-round.ts';
import { type Moment, momentOf } from './read-log.ts';
import { Turnstile } from './turnstile.ts';
import { type ReplicaRow, type ReplicaValue, rowsOf } from './values.ts';

/** Report queries at once: they use threads that password hashing and DNS need too. */
const QUERIES_AT_ONCE = 2;

/** Tables that hold copies; deleting all their rows makes an empty replica. */
const COPIES = ['finished_visit', 'running_session', 'ended_session'] as const;

interface FeedState {
  readonly source: string;
  readonly watermark: number;
  readonly nextNo: number;
  readonly fedUntil: Instant | null;
}

/** What a feed has copied. */
export interface Fed {
  readonly steps: number;
  readonly visits: number;
}

/**
 * The columnar copy of all visits, in a file of this process. It follows the log of sessions by itself and can be
 * deleted at any time: the next start makes it again.
 */
export class Replica {
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #pool: pg.Pool;
  readonly #turnstile = new Turnstile(QUERIES_AT_ONCE);
  readonly #idle: DuckDBConnection[] = [];
  /** Moments whose transactions are not all copied yet, oldest first. */
  #moments: Pick<Moment, 'high' | 'at'>[] = [];
  #state: FeedState;
  #feeding: Promise<Fed> | undefined;
  #closed = false;
  /** A log that cannot be followed from its beginning either is reported, not copied again and again. */
  #mayStartOver = true;

  private constructor(instance: DuckDBInstance, writer: DuckDBConnection, pool: pg.Pool, state: FeedState) {
    this.#instance = instance;
    this.#writer = writer;
    this.#pool = pool;
    this.#state = state;
  }

  /** A replica in an open file that has its tables. */
  static async over(instance: DuckDBInstance, writer: DuckDBConnection, pool: pg.Pool): Promise<Replica> {
    const [row] = await rowsOf(writer, 'select source, watermark, next_no, fed_until from feed');
    return new Replica(instance, writer, pool, {
      source: String(row?.source ?? ''),
      watermark: Number(row?.watermark ?? 0),
      nextNo: Number(row?.next_no ?? 1),
      fedUntil: row?.fed_until == null ? null : Number(row.fed_until),
    });
  }

  /** All that happened until then is in the replica; null before the first feed. */
  get fedUntil(): Instant | null {
    return this.#state.fedUntil;
  }

  /**
   * Copies all that has happened since the last time. To be called again and again; a call while one is under way gets
   * the same answer.
   */
  feed(): Promise<Fed> {
    this.#feeding ??= this.#feedAll().finally(() => {
      this.#feeding = undefined;
    });
    return this.#feeding;
  }

  /** Asks the replica. Every query names its account: see `evidence.ts`. */
  query(text: string, values: readonly ReplicaValue[]): Promise<ReplicaRow[]> {
    return this.#turnstile.run(async () => {
      const connection = this.#idle.pop() ?? (await this.#instance.connect());
      try {
        return await rowsOf(connection, text, values);
      } finally {
        if (this.#closed) connection.closeSync();
        else this.#idle.push(connection);
      }
    });
  }

  /** Waits for a feed that is under way and closes the file. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#feeding?.catch(() => {}); // Whoever asked for the feed hears of its failure.
    for (const connection of this.#idle) connection.closeSync();
    this.#writer.closeSync();
    this.#instance.closeSync();
  }

  async #feedAll(): Promise<Fed> {
    const moment = await momentOf(this.#pool);
    if (moment.source !== this.#state.source || moment.low < this.#state.watermark)
      await this.#startOver(moment.source);
    this.#moments.push(moment);
    let steps = 0;
    let visits = 0;
    while (this.#state.watermark < moment.low && !this.#closed) {
      const round = await this.#round(moment);
      steps += round.steps;
      visits += round.visits;
    }
    this.#advance();
    return { steps, visits };
  }

  /** One round, with its rows and how far they reach in one transaction. */
  async #round(to: Moment): Promise<FeedRound> {
    await this.#writer.run('begin');
    try {
      const round = await feedRound(this.#pool, this.#writer, this.#state, to.low);
      const fedUntil = this.#reached(round.watermark);
      // A database in which others work moves on without any step: that is not worth a write to disk.
      if (round.steps > 0 || round.erased > 0) {
        await this.#writer.run('update feed set watermark = $1, next_no = $2, fed_until = $3', [
          BigInt(round.watermark),
          round.nextNo,
          fedUntil === null ? null : BigInt(fedUntil),
        ]);
      }
      await this.#writer.run('commit');
      this.#state = { ...this.#state, watermark: round.watermark, nextNo: round.nextNo };
      this.#advance();
      return round;
    } catch (error) {
      await this.#writer.run('rollback');
      if (!(error instanceof LogGap) || !this.#mayStartOver) throw error;
    }
    this.#mayStartOver = false;
    await this.#startOver(to.source);
    this.#moments.push(to);
    return this.#round(to);
  }

  /** Remembers how far the copy reaches: in a quiet database no transaction begins, and it reaches up to now all the same. */
  #advance(): void {
    const { watermark } = this.#state;
    this.#state = { ...this.#state, fedUntil: this.#reached(watermark) };
    this.#moments = this.#moments.filter((moment) => moment.high > watermark);
  }

  /** The last moment of which every transaction that was under way or before it has been copied. */
  #reached(watermark: number): Instant | null {
    let reached = this.#state.fedUntil;
    for (const moment of this.#moments) if (moment.high <= watermark) reached = moment.at;
    return reached;
  }

  /** What was copied comes from another database, or from a future of this one that has not happened. */
  async #startOver(source: string): Promise<void> {
    await this.#writer.run('begin');
    for (const table of COPIES) await this.#writer.run(`delete from ${table}`);
    await this.#writer.run('update feed set source = $1, watermark = 0, next_no = 1, fed_until = null', [source]);
    await this.#writer.run('commit');
    this.#moments = [];
    this.#state = { source, watermark: 0, nextNo: 1, fedUntil: null };
  }
}
