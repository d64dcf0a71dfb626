import type { SessionKind } from './session-tables.ts';

/**
 * The kinds of sessions that count where one is asked for. Demo sessions are made in demo accounts only, in the place of
 * live ones, so nowhere do they mix with the sessions of real customers.
 */
export function countedKinds(kind: SessionKind): readonly SessionKind[] {
  return kind === 'live' ? ['live', 'demo'] : [kind];
}
