import type { TeamId, UserId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { listColleagues, listTeamsOf } from '#store/queries/teams.ts';
import type { SessionsAmong } from '#store/sessions-among.ts';
import { allows, type Member } from '../who.ts';

/** Whose sessions somebody may look at. */
export interface Circle extends SessionsAmong {
  /** Of everybody: the rest is not asked then. */
  readonly everybody: boolean;
  /** Themselves, and with the right the people of their teams. */
  readonly users: readonly UserId[];
  /** Whose sessions they may take while nobody has: their own teams. */
  readonly teams: readonly TeamId[];
}

interface Looking {
  readonly who: Member;
  readonly db: Db;
}

/** Whose sessions somebody may look at, one by one. */
export function circleOf(look: Looking): Promise<Circle> {
  return drawn(look, {
    everybody: allows(look.who, 'sessions.read-all'),
    colleagues: allows(look.who, 'sessions.read-team'),
  });
}

/** Whose sessions somebody may go on with: their own, and what waits for their teams. */
export function ownCircleOf(look: Looking): Promise<Circle> {
  return drawn(look, { everybody: false, colleagues: false });
}

/** Whose sessions the reports of somebody are about. */
export function reportCircleOf(look: Looking): Promise<Circle> {
  return drawn(look, { everybody: allows(look.who, 'reports.read-all'), colleagues: true });
}

async function drawn(
  { who, db }: Looking,
  { everybody, colleagues }: { readonly everybody: boolean; readonly colleagues: boolean },
): Promise<Circle> {
  const { id } = who.person;
  const teams = await listTeamsOf(who.scope, db, id);
  const others = colleagues && !everybody && teams.length > 0 ? await listColleagues(who.scope, db, id) : [];
  return { everybody, users: [...new Set([id, ...others])], teams };
}

/** Who has a session, or which team may take it. */
export interface Whose {
  readonly user_id: UserId | null;
  readonly team_id: TeamId | null;
}

export function isWithin({ everybody, users }: Circle, session: Whose): boolean {
  return everybody || (session.user_id !== null && users.includes(session.user_id));
}

/** It was handed to one of their teams and nobody has taken it: whoever resumes it has it. */
export function mayTake({ teams }: Circle, session: Whose): boolean {
  return session.user_id === null && session.team_id !== null && teams.includes(session.team_id);
}
