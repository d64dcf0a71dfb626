import { allows, type Member } from '../who.ts';

/** One's own sessions, and with the right those of others. */
export function maySee(session: { readonly user_id: string | null }, who: Member): boolean {
  return session.user_id === who.person.id || allows(who, 'sessions.read-all');
}
