import type { AheadBody, ProgramBody } from '#api/ahead.ts';
import type { Ahead } from './ahead.ts';
import type { local, Standing } from './local.ts';
import type { SessionNow } from './session.ts';

/** An answer that takes longer is done without, milliseconds. */
const PATIENCE = 20_000;

/** The mark on the browser's timeline. */
const MARK = 'waymark.ahead';

/** What of the browser is needed; tests bring their own. */
export interface AheadPorts {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Resolves when the page that stands there is in sight: what comes next takes nothing from it. */
  painted(): Promise<void>;
  now(): number;
}

/**
 * Steps ahead of a session on the server. The engine and what it needs are fetched when a page stands there; until they have
 * come, and where they cannot be had, every step waits for the server.
 *
 * @param account where the account is in the API
 * @param session the session's id
 */
export function serverAhead(account: string, session: string, ports: AheadPorts = browserPorts): Ahead {
  const known = new WeakMap<SessionNow, Standing>();
  let engine: typeof local | undefined;
  let wanted: SessionNow | undefined;
  let isLooking = false;

  const look = async (at: SessionNow): Promise<void> => {
    await ports.painted();
    const asked = fetchJson<AheadBody>(ports, `${account}/sessions/${session}/ahead`, 'no-store');
    const [{ body, clock }, chunk] = await Promise.all([
      asked.then((body) => ({ body, clock: ports.now() })),
      import('./local.ts'),
    ]);
    engine = chunk.local;
    // The session has moved on, and is looked at again when it has come to rest.
    if (body.seq !== at.seq) return;
    const { interaction, version, content } = body.program;
    const address = `${account}/interactions/${interaction}/versions/${version}/programs/${content}`;
    const standing = await engine.standingOf(body, clock, () => fetchJson<ProgramBody>(ports, address, 'default'));
    if (!standing) return;
    known.set(at, standing);
    // For whoever measures: from here on the next page comes without a wait.
    performance.mark(MARK);
  };

  const lookUntilSeen = async (): Promise<void> => {
    isLooking = true;
    for (let at = wanted; at; at = at === wanted ? undefined : wanted) {
      // Without what is needed nothing is foreseen, and the server is waited for.
      if (!known.has(at)) await look(at).catch(() => undefined);
    }
    isLooking = false;
  };

  return {
    follow(at) {
      if (known.has(at) || !mayGoOn(at)) return;
      wanted = at;
      if (!isLooking) void lookUntilSeen();
    },
    foresee(at, command) {
      const standing = known.get(at);
      if (!standing || !engine) return undefined;
      try {
        const step = engine.step(standing, at, command, ports.now());
        if (step?.standing) known.set(step.foreseen.session, step.standing);
        return step?.foreseen;
      } catch (error) {
        // A fault of what foresees must not cost the answer: the server is waited for, and the fault is told as any other.
        known.delete(at);
        reportError(error);
        return undefined;
      }
    },
    confirmed(foreseen, said) {
      const standing = known.get(foreseen);
      if (standing && foreseen.seq === said.seq) known.set(said, standing);
    },
  };
}

/** Whether somebody may answer here, and nothing outside is awaited. */
function mayGoOn({ page, abilities }: SessionNow): boolean {
  return page !== null && !page.wait && !page.buttons?.some(({ busy }) => busy) && abilities.includes('answer');
}

const browserPorts: AheadPorts = {
  fetch: (url, init) => fetch(url, init),
  painted: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  now: () => Date.now(),
};

async function fetchJson<Body>({ fetch: ask }: AheadPorts, url: string, cache: RequestCache): Promise<Body> {
  const response = await ask(url, { cache, signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as Body;
}
