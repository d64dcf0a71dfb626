import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Page } from '#contract/page.ts';
import { catalog } from '#elements/catalog.ts';
import { abilitiesIn } from '#engine/abilities.ts';
import { decide } from '#engine/decide.ts';
import { compileWith } from '#engine/library.ts';
import { pageOf } from '#engine/page.ts';
import type { Program } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ClientState } from '#player/client-state.ts';
import { type Drawer, Memory } from '#player/memory.ts';
import { serverAhead } from '#player/server-ahead.ts';
import type { Reply, SessionNow, SessionSource } from '#player/session.ts';
import { SessionClient } from '#player/session-client.ts';
import type { JsonObject } from '#prelude/json.ts';
import { aheadBodyOf, programBodyOf } from './told-ahead.ts';

interface Held {
  readonly id: string | undefined;
  answer(): void;
  lose(): void;
  fail(): void;
}

/** A server whose answers to commands come when the test lets them, behind a network that the test can cut. */
export class HeldServer {
  readonly program: Program;
  readonly #held: Held[] = [];
  readonly #said = new Map<string, Reply>();
  /** The log, with the id of the command that made each step. */
  readonly log: { readonly id: string; readonly command: Command; readonly events: readonly SessionEvent[] }[] = [];
  state: SessionState;
  seq = 1;
  /** What the server reads of the account; players are told of `toldValues`. */
  values: JsonObject = {};
  toldValues: JsonObject | undefined;
  tellsAhead = true;
  /** Refuses every command from now on. */
  refuses = false;
  /** How often the program was fetched. */
  programsSent = 0;

  constructor(interaction: Interaction, values: JsonObject = {}) {
    this.program = compileWith(interaction, [], catalog);
    this.values = values;
    const began = start(this.program, { client: 'agent-desk' }, Date.now(), { values });
    if (!began.ok) throw new Error(began.error.code);
    this.state = began.value.state;
  }

  get now(): SessionNow {
    const may = Object.entries(abilitiesIn(this.program, this.state));
    return {
      id: 'ses_1',
      seq: this.seq,
      status: this.state.status,
      page: pageOf(this.program, this.state, { values: this.values }),
      name: this.program.interaction.name,
      kind: 'live',
      abilities: may.flatMap(([name, is]) => (is ? [name] : [])),
    };
  }

  /** Somebody else goes on with the session. */
  elsewhere(command: Command): void {
    const reply = this.#apply(`elsewhere-${this.seq}`, this.seq, command);
    if (reply.kind !== 'now') throw new Error(`it was ${reply.kind}`);
  }

  source(): SessionSource {
    return {
      memoryKey: 'ses_1',
      open: async () => ({ kind: 'now', session: JSON.parse(JSON.stringify(this.now)) }),
      send: (id, expects, command) =>
        new Promise<Reply>((resolve) =>
          this.#held.push({
            id,
            answer: () => resolve(JSON.parse(JSON.stringify(this.#apply(id, expects, command)))),
            lose: () => resolve({ kind: 'away', why: 'unreached' }),
            fail: () => resolve({ kind: 'away', why: 'fault', request: 'req_1' }),
          }),
        ),
      ahead: serverAhead('/api', 'ses_1', {
        fetch: async (url) => this.#ahead(url),
        painted: async () => {},
        now: () => Date.now(),
      }),
    };
  }

  /** The ids of the commands that wait for an answer: never more than one. */
  get held(): readonly (string | undefined)[] {
    return this.#held.map(({ id }) => id);
  }

  answerNext(): void {
    this.#next().answer();
  }

  /** The next command does not arrive. */
  loseNext(): void {
    this.#next().lose();
  }

  /** The server has a fault with the next command. */
  failNext(): void {
    this.#next().fail();
  }

  /** The next command is applied, but its answer does not arrive, or another one that tells of a fault. */
  loseNextAnswer(by: 'lose' | 'fail' = 'lose'): void {
    const next = this.#next();
    next[by]();
    // The promise is settled already: what is answered now reaches nobody.
    next.answer();
  }

  #next(): Held {
    const next = this.#held.shift();
    if (!next) throw new Error('nothing was asked');
    return next;
  }

  #apply(id: string, expects: number, command: Command): Reply {
    const said = this.#said.get(id);
    if (said) return said;
    if (expects !== this.seq) return { kind: 'stale', session: this.now };
    if (this.refuses) {
      return { kind: 'refused', code: 'command.refused', message: 'The account is closed', fields: [] };
    }
    const decided = decide(this.program, this.state, command, Date.now(), { values: this.values, files: {} });
    if (!decided.ok) return { kind: 'refused', fields: [], ...decided.error };
    this.state = decided.value.state;
    this.seq++;
    this.log.push({ id, command, events: decided.value.events });
    const reply: Reply = { kind: 'now', session: this.now };
    this.#said.set(id, reply);
    return reply;
  }

  #ahead(url: string): Response {
    if (!this.tellsAhead) return new Response('{}', { status: 404 });
    if (url.includes('/programs/')) {
      this.programsSent++;
      return Response.json(programBodyOf(this.program));
    }
    const { state, seq } = this;
    return Response.json(aheadBodyOf(this.program, { state, seq, values: this.toldValues ?? this.values }));
  }
}

/** A person at a player of that server: gives commands, and sees one page at a time. */
export class Sitting {
  readonly server: HeldServer;
  readonly client: SessionClient;
  readonly drawer: Drawer;
  readonly memory: Memory;
  readonly states: ClientState[] = [];
  readonly steps: Command[] = [];
  readonly waits: (() => void)[] = [];

  private constructor(server: HeldServer, drawer: Drawer, ids: () => string) {
    this.server = server;
    this.drawer = drawer;
    this.memory = new Memory(drawer, 'ses_1');
    this.client = new SessionClient(
      server.source(),
      {
        waiting: {
          wait: () => new Promise((end) => this.waits.push(end)),
          wake: () => {
            for (const end of this.waits.splice(0)) end();
          },
        },
        memory: this.memory,
        newId: ids,
        chance: () => 0.5,
        attention: () => ({ active: 10, idle: 0 }),
      },
      { changed: (state) => this.states.push(state), step: (command) => this.steps.push(command) },
    );
  }

  /** Opens the session in a tab; another one that is opened over the same drawer is the tab after a reload. */
  static async down(server: HeldServer, drawer: Drawer = drawerInMemory()): Promise<Sitting> {
    let ids = server.log.length * 100 + server.held.length * 10;
    const sitting = new Sitting(server, drawer, () => `command-${++ids}`);
    // The second part of the player is there: it is fetched as in a browser, only nobody waits for it here.
    await import('#player/local.ts');
    void sitting.client.open();
    await sitting.settle();
    return sitting;
  }

  /** Lets everything happen that waits for nobody. */
  async settle(): Promise<void> {
    for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  get page(): Page | null | undefined {
    return this.client.state.session?.page;
  }

  get at(): string | undefined {
    return this.page?.element;
  }

  answer(value?: string | number | boolean) {
    return this.client.command(value === undefined ? { kind: 'answer' } : { kind: 'answer', value });
  }

  type(value: string): void {
    if (this.page) this.memory.keepTyped(this.page, { answer: value });
  }

  get typed() {
    return this.page ? this.memory.typed(this.page) : {};
  }

  /** The server answers the next command. */
  async hears(): Promise<void> {
    this.server.answerNext();
    await this.settle();
  }

  /** The server answers all that was given. */
  async hearsAll(): Promise<void> {
    for (let n = 0; this.server.held.length > 0; n++) {
      if (n > 100) throw new Error('it asks for ever');
      await this.hears();
    }
  }

  /** The network is back. */
  async triesAgain(): Promise<void> {
    this.client.retryNow();
    await this.settle();
  }
}

function drawerInMemory(): Drawer {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
