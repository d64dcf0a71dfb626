import type pg from 'pg';
import type { AccountId, CommandId, SessionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Result } from '#prelude/result.ts';
import { Gathered } from '../gathered.ts';
import { patiently } from '../patiently.ts';
import type { AccountScope } from '../scope.ts';
import { AccountLane } from './account-lane.ts';
import { type HeadQuestion, type LoadedHead, loadHeads } from './load-heads.ts';
import { RecentlyUsed } from './recently-used.ts';
import { headAfter, type PendingStep, type SessionHead, type Step } from './session-head.ts';
import { writeSteps } from './write-steps.ts';

/** What became of a command. In every case nothing was applied twice, and `head` is the session as it stands now. */
export type StepOutcome<State, Refusal> =
  /** The step is on disk. */
  | { readonly kind: 'written'; readonly head: SessionHead<State> }
  /** This command made the step `seq` before; the answer is the page as it was then. */
  | { readonly kind: 'repeated'; readonly seq: number; readonly head: SessionHead<State> }
  /** The command does not fit the session as it stands; nothing was written. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly head: SessionHead<State> }
  /** The account has no such session. */
  | { readonly kind: 'missing' };

export interface StepWriterOptions<State> {
  /** Connections on which every statement is planned once: see `preparedPool`. */
  readonly pool: pg.Pool;
  /** Reads a stored state, such as one of an older format. */
  readonly readState: (stored: Json) => State;
  /** A state as it is stored. */
  readonly writeState: (state: State) => Json;
  /** How many heads are kept in memory. */
  readonly heads?: number;
}

/** Heads kept in memory when nothing else is said, of sessions that go on: some 4 kB each. */
const HEADS = 20_000;
/** A session that is moved by others this often in a row, while we try, is being hammered by mistake. */
const ATTEMPTS = 100;

/**
 * Applies commands to sessions and keeps their steps.
 *
 * Commands of one session are applied one after the other, in memory; the steps of an account that come in while others
 * are being written are written together. Several processes may do so at once: the database moves a head only from the
 * seq on which the step was made. Who comes second applies the command again to the session as it stands then, and lets
 * that decide.
 */
export class StepWriter<State> {
  readonly #pool: pg.Pool;
  readonly #writeState: (state: State) => Json;
  readonly #loads: Gathered<HeadQuestion, LoadedHead<State> | undefined>;
  readonly #heads: RecentlyUsed<SessionHead<State>>;
  readonly #lanes = new Map<string, AccountLane<State>>();
  /** The last command of each session that is being worked on. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: StepWriterOptions<State>) {
    this.#pool = options.pool;
    this.#loads = new Gathered((questions) => patiently(() => loadHeads(options.pool, questions, options.readState)));
    this.#writeState = options.writeState;
    this.#heads = new RecentlyUsed(options.heads ?? HEADS);
  }

  /**
   * Applies one command.
   *
   * @param apply makes the step from the session as it stands, or refuses; may be called again when somebody else was
   *   quicker, so it must do nothing but decide
   * @throws when the step cannot be kept. Whether it was is not known then: the same command id may be sent again.
   */
  async submit<Refusal>(
    scope: AccountScope,
    session: SessionId,
    command: CommandId,
    apply: (head: SessionHead<State>) => Result<Step<State>, Refusal>,
  ): Promise<StepOutcome<State, Refusal>> {
    const key = keyOf(scope.account, session);
    const before = this.#turns.get(key);
    const work = () => this.#decide(scope, session, key, command, apply);
    const turn = before === undefined ? work() : before.then(work, work);
    this.#turns.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(key) === turn) this.#turns.delete(key);
    }
  }

  /**
   * Keeps a session in memory that has just been started: its first command follows soon. It may not be committed yet, and
   * may never be; the database is asked before anything is made of it.
   */
  remember(head: SessionHead<State>): void {
    this.#heads.set(keyOf(head.account_id, head.id), head);
  }

  /** Waits until nothing is being written. */
  async settled(): Promise<void> {
    while (this.#turns.size > 0) await Promise.allSettled(this.#turns.values());
  }

  async #decide<Refusal>(
    scope: AccountScope,
    session: SessionId,
    key: string,
    command: CommandId,
    apply: (head: SessionHead<State>) => Result<Step<State>, Refusal>,
  ): Promise<StepOutcome<State, Refusal>> {
    let head = this.#heads.get(key);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const fromMemory = head !== undefined;
      if (head === undefined) {
        const loaded = await this.#loads.ask({ scope, session, command });
        if (loaded === undefined) return { kind: 'missing' };
        head = loaded.head;
        this.#heads.set(key, head);
        if (loaded.knownSeq !== null) return { kind: 'repeated', seq: loaded.knownSeq, head };
      }
      const applied = apply(head);
      if (applied.ok) {
        const next = headAfter(head, applied.value);
        if (await this.#keep(scope, key, { command, step: applied.value, head: next })) {
          if (next.ended_at === null) this.#heads.set(key, next);
          else this.#heads.delete(key);
          return { kind: 'written', head: next };
        }
      } else if (!fromMemory) {
        return { kind: 'refused', refusal: applied.error, head };
      }
      // Another process was quicker, or the command is known, or what we remember is old: the database knows.
      this.#heads.delete(key);
      head = undefined;
    }
    throw new Error(`Session ${session} was moved by others ${ATTEMPTS} times in a row`);
  }

  async #keep(scope: AccountScope, key: string, pending: PendingStep<State>): Promise<boolean> {
    try {
      return await this.#lane(scope).add(pending);
    } catch (error) {
      this.#heads.delete(key); // It may have been written all the same.
      throw error;
    }
  }

  #lane(scope: AccountScope): AccountLane<State> {
    const { account } = scope;
    const existing = this.#lanes.get(account);
    if (existing !== undefined) return existing;
    const lane = new AccountLane<State>(
      (steps) => writeSteps(this.#pool, account, steps, this.#writeState),
      () => this.#lanes.delete(account),
    );
    this.#lanes.set(account, lane);
    return lane;
  }
}

function keyOf(account: AccountId, session: SessionId): string {
  return `${account}/${session}`;
}
