import type { SessionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { listOwners } from '#store/queries/session-owners.ts';
import { allows, type Member } from '../who.ts';
import { type Circle, circleOf, isWithin, mayTake, type Whose } from './circle.ts';

interface Looking {
  readonly who: Member;
  readonly db: Db;
}

/** One's own sessions, those that wait for one's teams, and with the right those of one's teams or of everybody. */
export async function maySee(look: Looking, session: Whose): Promise<boolean> {
  // Nearly always it is one's own.
  if (session.user_id === look.who.person.id) return true;
  return isSeen(await circleOf(look), session);
}

/** Of these sessions, which may lie in any version, those that somebody may look at step by step. */
export async function seenAmong(look: Looking, sessions: readonly SessionId[]): Promise<ReadonlySet<SessionId>> {
  if (sessions.length === 0 || !allows(look.who, 'sessions.use')) return new Set();
  const circle = await circleOf(look);
  const owned = await listOwners(look.who.scope, look.db, [...new Set(sessions)]);
  return new Set(owned.filter((session) => isSeen(circle, session)).map(({ id }) => id));
}

function isSeen(circle: Circle, session: Whose): boolean {
  return isWithin(circle, session) || mayTake(circle, session);
}
