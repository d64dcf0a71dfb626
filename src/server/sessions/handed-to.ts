import type { SessionEvent } from '#contract/event.ts';
import type { TeamId, UserId } from '#prelude/ids.ts';

/** The colleague whom a word names, an e-mail address or an id; null where it names nobody of the account. */
export type Colleagues = ReadonlyMap<string, UserId | null>;

interface HandedTo {
  readonly user_id?: UserId | null;
  readonly team_id?: TeamId | null;
}

/**
 * Whose session it is after these events, where they hand it over: a colleague's, or a team's until one of it takes it.
 * What is handed to nobody of the account stays with whoever has it: they alone would find it.
 *
 * @returns the word to look up first, where it is not among the colleagues that are known
 */
export function handedTo(events: readonly SessionEvent[], known: Colleagues): HandedTo | string {
  const last = events.findLast((event) => event.kind === 'transferred');
  if (last?.kind !== 'transferred' || last.to.number !== undefined) return {};
  const { user, team } = last.to;
  const given = team === undefined ? {} : { team_id: team as TeamId };
  if (user === undefined) return { user_id: null, ...given };
  const colleague = known.get(user);
  if (colleague === undefined) return user;
  return colleague === null ? given : { user_id: colleague, ...given };
}
