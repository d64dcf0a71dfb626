import type pg from 'pg';
import type { SessionEvent } from '#contract/event.ts';
import type { CommandId, ContentHash, ElementId, InteractionId, SessionId } from '#prelude/ids.ts';
import { seededRandom } from '#prelude/ports.ts';
import { insertSession } from '#store/queries/sessions.ts';
import { insertVersion } from '#store/queries/versions.ts';
import type { AccountScope } from '#store/scope.ts';
import type { SessionKind } from '#store/session-tables.ts';
import type { FreshDatabase } from './fresh-database.ts';
import { act, anAccount, anInteraction, aVersion, MORNING, newId } from './rows.ts';

/** An account with one Interaction in two versions, in which sessions wander about. */
export interface Ground {
  readonly database: FreshDatabase;
  readonly scope: AccountScope;
  readonly interaction: InteractionId;
  /** Of version 1 and version 2. */
  readonly contents: readonly ContentHash[];
}

export const START = 'q_problem' as ElementId;

const ELEMENTS = [START, 'c_billing', 'c_claims', 's_confirm'] as ElementId[];

export async function newGround(database: FreshDatabase): Promise<Ground> {
  const scope = await anAccount(database.db);
  const interaction = await anInteraction(scope, database.db);
  const contents: ContentHash[] = [];
  for (let n = 0; n < 2; n++) {
    const version = aVersion();
    await insertVersion(scope, database.db, interaction, version, act());
    contents.push(version.content_hash);
  }
  return { database, scope, interaction, contents };
}

/** A session whose steps are made by chance, and written as a session's steps are. */
export class Wanderer {
  readonly id = newId<SessionId>('ses');
  readonly #ground: Ground;
  readonly #random: () => number;
  #seq = 0;
  #n = 0;
  #at = START;
  #over: 'no' | 'ended' | 'timed-out' = 'no';

  constructor(ground: Ground, seed: number) {
    this.#ground = ground;
    const random = seededRandom(seed);
    this.#random = () => random.next();
  }

  /** Goes on by one step, if there is one: on a connection of the caller's, who may be in a transaction. */
  async step(connection: pg.Pool | pg.Client = this.#ground.database.pool): Promise<void> {
    const at = MORNING + this.#seq * 1_000;
    if (this.#seq === 0) return this.start();
    const events = this.#goOn(at);
    if (events.length === 0) return;
    this.#seq++;
    await connection.query(
      `insert into session_steps (account_id, session_id, seq, command_id, actor, at, events)
       values ($1, $2, $3, $4, 'usr_1', $5, $6)`,
      [this.#ground.scope.account, this.id, this.#seq, newId('cmd'), at, JSON.stringify(events)],
    );
  }

  /** The first step. */
  async start(kind: SessionKind = 'live'): Promise<void> {
    const { database, scope, interaction, contents } = this.#ground;
    const at = MORNING;
    this.#seq = 1;
    const version = this.#pick([1, 2]);
    const session = {
      id: this.id,
      interaction_id: interaction,
      version_number: version,
      content_hash: contents[version - 1] as ContentHash,
      kind,
      client: this.#pick(['desk', 'web']),
      channel: this.#pick(['voice', null]),
      language: 'en',
      user_id: null,
      team_id: null,
      customer_key: null,
      started_at: at,
      status: 'waiting',
      element: this.#at,
      state: {},
      ended_at: null,
      outcome: null,
      expires_at: null,
      dimensions: {},
    };
    const step = { command_id: newId<CommandId>('cmd'), actor: 'usr_1', events: [this.#enter(at)] };
    await insertSession(scope, database.db, session, step);
  }

  #goOn(at: number): SessionEvent[] {
    if (this.#over === 'ended') return [];
    if (this.#over === 'timed-out') {
      this.#over = 'no';
      return [{ kind: 'resumed', at }, this.#enter(at)];
    }
    const left = { kind: 'element-left', n: this.#n, element: this.#at, at, active: 700, idle: 300 } as const;
    const chance = this.#random();
    if (chance < 0.1) return [{ kind: 'note-added', n: this.#n, element: this.#at, at, text: 'a note' }];
    if (chance < 0.25) {
      this.#over = chance < 0.15 ? 'timed-out' : 'ended';
      const outcome = this.#over === 'timed-out' ? 'timed-out' : this.#pick(['completed', 'quit']);
      const exit = this.#over === 'timed-out' ? 'expired' : outcome === 'quit' ? 'quit' : 'next';
      return [
        { ...left, exit, to: null },
        { kind: 'ended', at, element: this.#at, outcome },
      ];
    }
    // A step may pass an element that does not wait.
    const events: SessionEvent[] = [];
    for (let hop = 0; hop < (chance < 0.6 ? 1 : 2); hop++) {
      const from = this.#at;
      const n = this.#n;
      const to = this.#pick(ELEMENTS);
      const spent = hop === 0 ? { active: Math.floor(this.#random() * 60_000), idle: 10 } : { active: 0, idle: 0 };
      events.push({ kind: 'element-left', n, element: from, at, exit: this.#pick(['next', 'back']), to, ...spent });
      this.#at = to;
      events.push(this.#enter(at));
    }
    return events;
  }

  #enter(at: number): SessionEvent {
    return { kind: 'element-entered', n: ++this.#n, element: this.#at, at };
  }

  #pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)] as T;
  }
}
