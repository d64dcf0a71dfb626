import type { TeamId, UserId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import type { Member } from '../who.ts';
import { circleOf, isWithin, mayTake } from './circle.ts';

/** One's own sessions, those that wait for one's teams, and with the right those of one's teams or of everybody. */
export async function maySee(
  look: { readonly who: Member; readonly db: Db },
  session: { readonly user_id: UserId | null; readonly team_id: TeamId | null },
): Promise<boolean> {
  // Nearly always it is one's own.
  if (session.user_id === look.who.person.id) return true;
  const circle = await circleOf(look);
  return isWithin(circle, session) || mayTake(circle, session);
}
