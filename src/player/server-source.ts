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
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    const body: unknown = await response.json();
    if (response.ok) return { kind: 'now', session: sessionNow(body as SessionBody) };
    return refusal(response, body as Partial<ProblemBody>);
  } catch {
    // No connection, no answer in time, or an answer cut off or made by something between: whoever asked tries again.
    return { kind: 'away' };
  }
}

function refusal(response: Response, problem: Partial<ProblemBody>): Reply {
  const { code = '', fields = [] } = problem;
  const message = problem.detail ?? problem.title ?? '';
  if (code === 'session.stale') return { kind: 'stale', session: sessionNow((problem as StaleBody).session) };
  if (response.status >= 500 || response.status === 429 || code === 'idempotency.running') {
    const seconds = Number(response.headers.get('Retry-After'));
    return { kind: 'away', ...(seconds > 0 ? { retryAfter: seconds * 1000 } : {}) };
  }
  if (response.status === 422) return { kind: 'refused', code, message, fields };
  return { kind: 'closed', code, message };
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
