import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Receiver } from '#api/desk.ts';
import type { Command, TransferTarget } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Page } from '#contract/page.ts';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import { pageOf } from '#engine/page.ts';
import { compile, type Program } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import { whyInWords } from '#engine/why-in-words.ts';
import type { Interaction } from '#format/interaction.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { aheadBodyOf, programBodyOf } from './told-ahead.ts';

interface Kept {
  readonly id: string;
  readonly program: Program;
  readonly kind: 'live' | 'practice' | 'test';
  /** What each command was answered, to be said again. */
  readonly done: Map<string, object>;
  readonly events: SessionEvent[];
  /** When each event was. */
  readonly times: number[];
  state: SessionState;
  seq: number;
  /** Somebody else has it now. */
  handedTo?: TransferTarget;
  changedAt: number;
}

/**
 * The far edge of the network for players and desks: the sessions' part of the API over the engine itself, in memory,
 * with a line that can be cut, slowed and made to lose its answers. What the server does is tested with the server.
 */
export class DeskService {
  readonly #programs: readonly Program[];
  readonly #sessions = new Map<string, Kept>();
  readonly #started = new Map<string, string>();
  /** Requests are cut off without an answer. */
  down = false;
  /** Commands are applied, but their answers are lost. */
  losesAnswers = false;
  /**
   * What every request is answered with: a fault of the service, or what stands between says something. With `on` only for
   * such paths; with `after` only once the service has done what was asked.
   */
  fault: { readonly status: number; readonly body: string; readonly on?: RegExp; readonly after?: true } | undefined;
  /** Commands that were answered with the fault, and other requests that were. */
  faults = 0;
  faultyReads = 0;
  signedIn = true;
  readonly #held: { readonly paths: RegExp; readonly letGo: Promise<void> }[] = [];
  /** Commands applied, each counted once. */
  applied = 0;
  origin = '';
  /** To whom sessions may be handed; undefined: the server cannot tell. */
  receivers: readonly Receiver[] | undefined = [
    { kind: 'team', id: 'tea_faults', name: 'Fault desk' },
    { kind: 'user', id: 'usr_omar', name: 'Omar Haddad' },
  ];
  /** Whether players get what they step ahead of it with. */
  letsAhead = true;
  /** Whether it can tell why a session is where it is. */
  explains = true;

  /** Sessions that were started by request, each counted once. */
  get started(): number {
    return this.#started.size;
  }

  constructor(interactions: readonly Interaction[]) {
    this.#programs = interactions.map((interaction) => compile(interaction, catalog));
  }

  /** Serves the built pages and the API at one origin. Ends with the test. */
  async serve(folder: string): Promise<string> {
    const pages = await servePages(folder);
    const server = createServer((request, response) => {
      void this.#answer(pages, request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The port of the service is not known.');
    this.origin = `http://127.0.0.1:${address.port}`;
    return this.origin;
  }

  /** Starts a session as another client would. */
  start(interaction = 0, kind: Kept['kind'] = 'live', language?: string): string {
    const program = this.#programs[interaction];
    if (!program) throw new Error('there is no such Interaction');
    const began = start(program, { client: 'agent-desk', ...(language ? { language } : {}) }, Date.now());
    if (!began.ok) throw new Error(began.error.message);
    const id = `ses_${String(this.#sessions.size + 1).padStart(4, '0')}`;
    this.#sessions.set(id, {
      id,
      program,
      kind,
      events: [...began.value.events],
      times: began.value.events.map(() => Date.now()),
      state: began.value.state,
      seq: 1,
      done: new Map(),
      changedAt: Date.now(),
    });
    return id;
  }

  /** Requests for such paths wait until the function that is returned is called; they reach it all the same. */
  hold(paths = /./): () => void {
    let letGo: (() => void) | undefined;
    this.#held.push({
      paths,
      letGo: new Promise((resolve) => {
        letGo = resolve;
      }),
    });
    return () => letGo?.();
  }

  handedTo(id: string): TransferTarget | undefined {
    return this.#sessions.get(id)?.handedTo;
  }

  /** Gives a command as another client would. */
  command(id: string, command: Command): void {
    const kept = this.#sessions.get(id);
    if (!kept || this.#apply(kept, command) !== undefined) throw new Error('the command was refused');
  }

  state(id: string): SessionState {
    const kept = this.#sessions.get(id);
    if (!kept) throw new Error(`there is no session ${id}`);
    return kept.state;
  }

  #apply(kept: Kept, command: Command): object | undefined {
    const decision = decide(kept.program, kept.state, command, Date.now());
    if (!decision.ok) return decision.error;
    kept.state = decision.value.state;
    const at = Date.now();
    kept.events.push(...decision.value.events);
    kept.times.push(...decision.value.events.map(() => at));
    if (command.kind === 'transfer') kept.handedTo = command.to;
    kept.seq++;
    kept.changedAt = Date.now();
    this.applied++;
    return undefined;
  }

  async #answer(pages: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith('/api/')) {
      get(pages + url.pathname, { agent: false }, (page) => {
        response.writeHead(page.statusCode ?? 502, page.headers);
        page.pipe(response);
      }).on('error', () => response.destroy());
      return;
    }
    const body = await readBody(request);
    if (this.down) {
      request.socket.destroy();
      return;
    }
    for (const { paths, letGo } of this.#held) if (paths.test(url.pathname)) await letGo;
    if (this.fault && (this.fault.on ?? /./).test(url.pathname)) {
      if (this.fault.after) this.#route(request.method ?? 'GET', url, body, String(request.headers['idempotency-key']));
      if (request.method === 'POST') this.faults++;
      else this.faultyReads++;
      const { status, body: said } = this.fault;
      response.writeHead(status, { 'content-type': said.startsWith('{') ? 'application/problem+json' : 'text/html' });
      response.end(said);
      return;
    }
    const [status, answer] = this.#route(
      request.method ?? 'GET',
      url,
      body,
      String(request.headers['idempotency-key']),
    );
    if (this.losesAnswers && request.method === 'POST') {
      request.socket.destroy();
      return;
    }
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type });
    response.end(answer === undefined ? undefined : JSON.stringify(answer));
  }

  #route(method: string, url: URL, body: Body, key: string): [number, object?] {
    const path = url.pathname.replace('/api/v1', '');
    if (path === '/sign-in') {
      this.signedIn = true;
      return [200, ME];
    }
    if (!this.signedIn) return problem(401, 'sign-in.needed', 'You are not signed in');
    if (path === '/me') return [200, ME];
    if (path === '/accounts/acc_northline/desk/interactions') return [200, { items: this.#programs.map(deskRow) }];
    if (path === '/accounts/acc_northline/sessions' && method === 'GET') {
      const status = url.searchParams.get('status');
      const own = [...this.#sessions.values()].filter(({ handedTo }) => handedTo === undefined);
      const rows = own.filter(({ state }) => !status || status === state.status);
      return [200, { items: rows.map(sessionRow).reverse() }];
    }
    if (path === '/accounts/acc_northline/sessions') {
      const at = this.#programs.findIndex(({ interaction }) => interaction.id === body.interaction);
      const id = this.#started.get(key) ?? this.start(at, body.kind, body.language);
      this.#started.set(key, id);
      return [201, bodyOf(this.#sessions.get(id) as Kept)];
    }
    if (path === '/accounts/acc_northline/desk/receivers') {
      return this.receivers ? [200, { items: this.receivers }] : problem(500, 'server.failed', 'The server failed');
    }
    const content = /^\/accounts\/acc_northline\/interactions\/(\w+)\/versions\/3\/programs\/\w+$/.exec(path)?.[1];
    const program = this.#programs.find(({ interaction }) => interaction.id === content);
    if (program) return [200, programBodyOf(program)];
    const [, id = '', part] =
      /^\/accounts\/acc_northline\/sessions\/(ses_\d+)(\/commands|\/why|\/ahead)?$/.exec(path) ?? [];
    const kept = this.#sessions.get(id);
    if (!kept) return problem(404, 'not-found', 'There is nothing here');
    if (part === '/why') {
      if (!this.explains) return problem(500, 'server.failed', 'The server failed');
      const reasons = whyInWords(kept.program, kept.events, Number(url.searchParams.get('visit')));
      const by = { id: 'usr_ines', name: 'Ines Moreno' };
      return [200, { items: reasons.map(({ event, ...reason }) => ({ ...reason, at: kept.times[event] ?? 0, by })) }];
    }
    if (part === '/ahead') {
      return this.letsAhead
        ? [200, aheadBodyOf(kept.program, kept)]
        : problem(404, 'not-found', 'There is nothing here');
    }
    return part ? this.#command(kept, body) : [200, bodyOf(kept)];
  }

  #command(kept: Kept, { id = '', expects, ...command }: Body): [number, object?] {
    const said = kept.done.get(id);
    if (said) return [200, said];
    if (expects !== kept.seq) return [409, { ...problem(409, 'session.stale', 'Moved on')[1], session: bodyOf(kept) }];
    const refusal = this.#apply(kept, command as unknown as Command);
    if (refusal) {
      const { code, message, fields } = refusal as { code: string; message: string; fields?: object[] };
      const own = code === 'answer.refused' ? code : 'command.refused';
      return [422, { ...problem(422, own, message)[1], detail: message, ...(fields ? { fields } : {}) }];
    }
    const now = bodyOf(kept);
    kept.done.set(id, now);
    return [200, now];
  }
}

interface Body {
  readonly id?: string;
  readonly expects?: number;
  readonly interaction?: string;
  readonly kind?: 'live' | 'practice' | 'test';
  readonly language?: string;
}

const ME = {
  user: { id: 'usr_ines', name: 'Ines Moreno', email: 'ines@northline.example', system: false },
  accounts: [
    {
      id: 'acc_northline',
      name: 'Northline Broadband',
      demo: true,
      roles: ['agent'],
      abilities: ['account.read', 'sessions.use', 'sessions.run'],
    },
  ],
};

function problem(status: number, code: string, title: string): [number, object] {
  return [status, { type: `/errors/${code}`, title, status, code, detail: 'Try again.', request: 'req_1' }];
}

function bodyOf({ id, program, kind, seq, state, handedTo }: Kept) {
  const page = pageOf(program, state);
  return {
    id,
    interaction: { id: program.interaction.id, name: program.interaction.name, version: 3 },
    kind,
    seq,
    status: state.status,
    page,
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    abilities: page && !handedTo ? abilitiesOn(page) : state.outcome === 'timed-out' ? ['resume'] : [],
  };
}

function abilitiesOn({ ahead, returns, languages }: Page): readonly string[] {
  return [
    ...['answer', 'back', 'note', 'pause', 'resume', 'quit', 'jump', 'transfer'],
    ...(ahead === undefined ? [] : ['forward']),
    ...(returns ? ['return'] : []),
    ...(languages.length > 1 ? ['language'] : []),
  ];
}

function deskRow({ interaction }: Program, i: number) {
  return {
    id: interaction.id,
    name: interaction.name,
    description: interaction.description ?? '',
    folder: i % 2 === 0 ? { id: 'fol_faults', name: 'Faults' } : null,
    version: 3,
    liveSince: Date.now() - 86_400_000,
    languages: interaction.languages,
    lastRunAt: i === 0 ? Date.now() - 3_600_000 : null,
  };
}

function sessionRow({ id, program, kind, state, changedAt }: Kept) {
  const page = pageOf(program, state);
  return {
    id,
    interaction: { id: program.interaction.id, name: program.interaction.name, version: 3 },
    kind,
    status: state.status,
    outcome: state.outcome ?? null,
    agent: { id: 'usr_ines', name: 'Ines Moreno' },
    client: 'agent-desk',
    channel: 'voice',
    startedAt: state.startedAt,
    changedAt,
    endedAt: state.endedAt ?? null,
    at: page ? { element: page.element, name: page.name } : null,
    abilities: ['open', 'resume'],
  };
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Body);
}
