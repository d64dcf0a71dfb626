import type { SessionEvent } from '#contract/event.ts';
import type { TeamId, UserId } from '#prelude/ids.ts';

/** Whose session it is after these events, where they hand it over: a colleague's, or a team's until one of it takes it. */
export function handedTo(events: readonly SessionEvent[]): {
  readonly user_id?: UserId | null;
  readonly team_id?: TeamId | null;
} {
  const last = events.findLast((event) => event.kind === 'transferred');
  if (last?.kind !== 'transferred' || last.to.number !== undefined) return {};
  const { user, team } = last.to;
  return {
    user_id: user === undefined ? null : (user as UserId),
    ...(team === undefined ? {} : { team_id: team as TeamId }),
  };
}
