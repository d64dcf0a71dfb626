import type { ProblemBody } from '#api/errors.ts';
import type { SessionBody, StaleBody } from '#api/sessions.ts';
import type { Command } from '#contract/command.ts';
import { serverAhead } from './server-ahead.ts';
import { serverUpload } from './server-upload.ts';
import type { Reply, SessionNow, SessionSource } from './session.ts';

/** An answer that takes longer is taken for none, milliseconds. */
const PATIENCE = 20_000;
/** A session that waits for something is looked at no more often, milliseconds. */
const LOOKS_APART = 1_000;

export interface ServerAddress {
  /** Where the API is, without a slash at its end; this page's own origin when left out. */
  readonly api?: string;
  readonly account: string;
}

export interface ServerSession extends ServerAddress {
  readonly session: string;
}

/** What a session is started with. */
export interface SessionStart {
  readonly interaction: string;
  readonly version?: number;
  readonly kind: 'live' | 'test' | 'practice';
  readonly client: 'agent-desk' | 'web' | 'mobile-web';
  readonly channel?: string;
  readonly language?: string;
  readonly variables?: object;
}

/** A session on the server. */
export function serverSource(at: ServerSession): SessionSource {
  const path = `${sessionsOf(at)}/${at.session}`;
  return {
    memoryKey: at.session,
    ahead: serverAhead(accountOf(at), at.session),
    open: () => ask(path, { method: 'GET' }),
    upload: serverUpload(`${path}/files`),
    send: (id, expects, command: Command) =>
      ask(`${path}/commands`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id },
        body: JSON.stringify({ id, expects, ...command }),
      }),
    async watch(past) {
      const began = Date.now();
      const reply = await ask(`${path}?after=${past}`, { method: 'GET' });
      // A server that is away, or that does not wait until something happens, is not stormed.
      const early = reply.kind === 'now' && reply.session.seq > past ? 0 : LOOKS_APART - (Date.now() - began);
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      return reply;
    },
  };
}

/** Starts a session; `key` is the same for every try, so that only one is ever started. */
export function startSession(at: ServerAddress, start: SessionStart, key: string): Promise<Reply> {
  return ask(sessionsOf(at), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(start),
  });
}

function accountOf({ api = '', account }: ServerAddress): string {
  return `${api}/api/v1/accounts/${account}`;
}

function sessionsOf(at: ServerAddress): string {
  return `${accountOf(at)}/sessions`;
}

async function ask(url: string, init: RequestInit): Promise<Reply> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    text = await response.text();
  } catch {
    // No connection, no answer in time, or one cut off on the way: whoever asked tries again.
    return { kind: 'away', why: 'unreached' };
  }
  const body = bodyIn(text);
  return response.ok && isSession(body) ? { kind: 'now', session: sessionNow(body) } : refusal(response, body);
}

/** What the server said; empty where that is no JSON, as when something between answered with a page of its own. */
function bodyIn(text: string): object {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}

function isSession(body: object): body is SessionBody {
  return 'id' in body && 'seq' in body;
}

/** Statuses that the same request may well get past later: too early, too many, and a wait that was cut short between. */
const LATER = new Set([408, 425, 429]);
/** Statuses that somebody has to mend something about first: signing in, rights, what is gone. */
const CLOSED = new Set([401, 403, 404, 410]);

function refusal({ status, headers }: Response, problem: Partial<ProblemBody>): Reply {
  const { code = '', request } = problem;
  if (code === 'session.stale') return { kind: 'stale', session: sessionNow((problem as StaleBody).session) };
  const isBusy = LATER.has(status) || code === 'idempotency.running';
  // What is neither a session nor a refusal was answered in the server's place, as by a proxy that asks to sign in.
  if (isBusy || status >= 500 || status < 400) {
    const seconds = Number(headers.get('Retry-After'));
    return {
      kind: 'away',
      why: isBusy ? 'busy' : 'fault',
      ...(seconds > 0 ? { retryAfter: seconds * 1000 } : {}),
      ...(request === undefined || isBusy ? {} : { request }),
    };
  }
  if (CLOSED.has(status)) return { kind: 'closed', code, message: problem.detail ?? problem.title ?? '' };
  // What the engine says is meant for whoever answers; of a request that is wrong in itself they can make nothing.
  const { detail = '', fields = [] } = status === 422 ? problem : {};
  return { kind: 'refused', code, message: detail, fields };
}

function sessionNow(body: SessionBody): SessionNow {
  return {
    id: body.id,
    seq: body.seq,
    status: body.status,
    page: body.page,
    name: body.interaction.name,
    kind: body.kind,
    abilities: body.abilities,
    ...(body.outcome === undefined ? {} : { outcome: body.outcome }),
    ...(body.outcomeLabel === undefined ? {} : { outcomeLabel: body.outcomeLabel }),
    ...(body.summary === undefined ? {} : { summary: body.summary }),
    ...(body.tells === undefined ? {} : { tells: body.tells }),
    ...(body.variables === undefined ? {} : { variables: body.variables }),
  };
}
