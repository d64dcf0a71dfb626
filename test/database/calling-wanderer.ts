import type pg from 'pg';
import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import { compileWith } from '#engine/library.ts';
import { start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { CommandId, ContentHash, ElementId, SessionId } from '#prelude/ids.ts';
import { seededRandom } from '#prelude/ports.ts';
import { insertSession } from '#store/queries/sessions.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { MORNING, newId } from './rows.ts';
import type { Ground } from './wanderer.ts';

const say = (words: string, more = {}) => ({ text: text(words), ...more });
const calls = (interaction: string) => ({ interaction, outcomes: [], inputs: [], outputs: [] });

/** For each of two orders, it calls an Interaction that calls another one. */
const ORDERS: Drawing = {
  id: 'int_orders',
  variables: { order: { type: 'number', label: 'Order' } },
  elements: {
    s_hello: say('Hello'),
    l_orders: { list: '[1, 2]', item: 'order' },
    u_check: calls('int_check'),
    s_bye: say('Bye', { entryPoint: true }),
  },
  connectors: ['s_hello -> l_orders', 'l_orders.each -> u_check', 'u_check -> l_orders', 'l_orders.done -> s_bye'],
};

const CHECK: Drawing = {
  id: 'int_check',
  elements: { s_open: say('Open it'), u_age: calls('int_age'), s_close: say('Close it') },
  connectors: ['s_open -> u_age', 'u_age -> s_close'],
};

const AGE: Drawing = {
  id: 'int_age',
  elements: { s_born: say('When?'), s_thanks: say('Thanks') },
  connectors: ['s_born -> s_thanks'],
};

const PROGRAM = compileWith(draw(ORDERS), [draw(CHECK), draw(AGE)], catalog);

/** A session of sub-Interactions and a loop, made by the engine from chance, and written as a session's steps are. */
export class CallingWanderer {
  readonly id = newId<SessionId>('ses');
  readonly #ground: Ground;
  readonly #random: () => number;
  #state: SessionState | undefined;
  #seq = 0;
  #now = MORNING;

  constructor(ground: Ground, seed: number) {
    this.#ground = ground;
    const random = seededRandom(seed);
    this.#random = () => random.next();
  }

  /** Goes on by one step, if there is one. */
  async step(connection: pg.Pool | pg.Client = this.#ground.database.pool): Promise<void> {
    this.#now += Math.floor(this.#random() * 60_000);
    if (!this.#state) return this.#start();
    const decided = decide(PROGRAM, this.#state, this.#command(), this.#now);
    if (!decided.ok || decided.value.events.length === 0) return;
    this.#state = decided.value.state;
    this.#seq++;
    await connection.query(
      `insert into session_steps (account_id, session_id, seq, command_id, actor, at, events)
       values ($1, $2, $3, $4, 'usr_1', $5, $6)`,
      [
        this.#ground.scope.account,
        this.id,
        this.#seq,
        newId('cmd'),
        this.#now,
        JSON.stringify(decided.value.events satisfies readonly SessionEvent[]),
      ],
    );
  }

  #command(): Command {
    const chance = this.#random();
    const idle = Math.floor(this.#random() * 5_000);
    if (chance < 0.1) return { kind: 'back' };
    if (chance < 0.15) return { kind: 'pause' };
    if (chance < 0.25) return { kind: 'resume' };
    if (chance < 0.28) return { kind: 'expire' };
    if (chance < 0.31) return { kind: 'jump', to: 's_bye' as ElementId };
    if (chance < 0.33) return { kind: 'return' };
    if (chance < 0.34) return { kind: 'quit' };
    return { kind: 'answer', idle };
  }

  async #start(): Promise<void> {
    const { database, scope, interaction, contents } = this.#ground;
    const began = start(PROGRAM, { client: 'desk' }, this.#now);
    invariant(began.ok, 'the drawing has a start');
    this.#state = began.value.state;
    this.#seq = 1;
    const session = {
      id: this.id,
      interaction_id: interaction,
      version_number: 1,
      content_hash: contents[0] as ContentHash,
      kind: 'live' as const,
      client: 'desk',
      channel: null,
      language: 'en',
      user_id: null,
      team_id: null,
      customer_key: null,
      started_at: this.#now,
      status: 'waiting',
      element: this.#state.at,
      state: {},
      ended_at: null,
      outcome: null,
      expires_at: null,
      dimensions: {},
    };
    const step = { command_id: newId<CommandId>('cmd'), actor: 'usr_1', events: [...began.value.events] };
    await insertSession(scope, database.db, session, step);
  }
}
