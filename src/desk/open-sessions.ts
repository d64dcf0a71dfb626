import { useMemo } from 'react';
import type { SessionId } from '#prelude/ids.ts';
import { useStored } from './app/stored.ts';

/** One session that is open in this tab of the browser. */
export interface OpenSession {
  readonly id: SessionId;
  /** The name of its Interaction; the session's own page tells where it is not known yet. */
  readonly name: string;
  readonly kind: 'live' | 'test' | 'practice' | undefined;
  readonly status: 'waiting' | 'paused' | 'ended' | 'failed' | undefined;
}

export interface OpenSessions {
  readonly sessions: readonly OpenSession[];
  /** Opens one, or changes what is known of it. */
  put(session: OpenSession): void;
  close(id: SessionId): void;
}

/** The sessions open side by side, kept over a reload. */
export function useOpenSessions(account: string): OpenSessions {
  const [sessions, change] = useStored(sessionStorage, `waymark.open.${account}`, [], isOpenSessions);
  return useMemo(
    () => ({
      sessions,
      put: (session) =>
        change((before) => {
          const at = before.findIndex(({ id }) => id === session.id);
          if (at < 0) return [...before, session];
          return same(before[at], session) ? before : before.with(at, session);
        }),
      close: (id) => change((before) => before.filter((each) => each.id !== id)),
    }),
    [sessions, change],
  );
}

function same(a: OpenSession | undefined, b: OpenSession): boolean {
  return a?.name === b.name && a.kind === b.kind && a.status === b.status;
}

function isOpenSessions(value: unknown): value is readonly OpenSession[] {
  return Array.isArray(value) && value.every((each) => typeof each?.id === 'string' && typeof each?.name === 'string');
}
