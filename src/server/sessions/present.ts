import { CHANNELS, CLIENTS } from '#api/clients.ts';
import { SESSION_KINDS, SESSION_STATUSES, type SessionBody, type SessionKind, type SessionRow } from '#api/sessions.ts';
import { ENGINE_OUTCOMES, type SessionEvent } from '#contract/event.ts';
import { abilitiesIn } from '#engine/abilities.ts';
import type { Given } from '#engine/given.ts';
import { pageOf } from '#engine/page.ts';
import type { Program } from '#engine/program.ts';
import { ownVariables, type SessionState } from '#engine/state.ts';
import type { UserId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { countedKinds } from '#store/counted-kinds.ts';
import type { SessionLine } from '#store/queries/sessions.ts';
import { namesOf } from '../names.ts';
import type { Programs, VersionPin } from '../programs.ts';
import { abilities, allows, type Member } from '../who.ts';
import { circleOf, isWithin, mayTake } from './circle.ts';
import { readState } from './head.ts';
import { clientEventsIn } from './requests.ts';

export interface Looking {
  readonly who: Member;
  readonly db: Db;
  readonly programs: Programs;
}

/** What the answer to a command is made of. */
export type PresentableSession = Pick<
  SessionLine,
  'id' | 'interaction_id' | 'version_number' | 'content_hash' | 'kind' | 'user_id' | 'team_id' | 'seq'
> & { readonly state: unknown };

/** The program that a session, or a version, runs. */
export function pinnedProgram({ who, db, programs }: Looking, pin: VersionPin): Promise<Program> {
  return programs.of(who.scope, db, pin);
}

/** What a session is presented with. */
export interface PresentedWith {
  readonly given: Given;
  /** What the command that is answered made happen. */
  readonly events?: readonly SessionEvent[];
  /** It waits for a team of whoever looks: they may resume it, and do the rest when it is theirs. */
  readonly isToTake?: boolean;
}

/**
 * A session as it is now: what every answer of the session routes is.
 */
export function presentSession(
  program: Program,
  session: PresentableSession,
  who: Member,
  { events = [], given, isToTake = false }: PresentedWith,
): SessionBody {
  const tells = clientEventsIn(events);
  const state = readState(session.state as SessionState & { readonly [key: string]: never });
  const kind = shownKind(session.kind);
  const isOwn = session.user_id === who.person.id;
  return {
    id: session.id,
    interaction: { id: session.interaction_id, name: program.interaction.name, version: session.version_number },
    kind,
    seq: session.seq,
    status: state.status,
    page: pageOf(program, state, given),
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    ...(state.summary === undefined ? {} : { summary: state.summary }),
    ...(tells.length === 0 ? {} : { tells }),
    ...(kind === 'test' ? { variables: ownVariables(state.variables) } : {}),
    abilities: isOwn || mayTakeOver(state, who) ? abilitiesOf(program, state, who) : isToTake ? ['resume'] : [],
  };
}

/** Who stands for the agent where customers help themselves. */
const NOBODY_SERVES = { id: 'customer' as UserId, name: 'Customer' };
/** It was handed to a team, and nobody of it has taken it. */
const NOBODY_YET = { id: 'team' as UserId, name: 'Nobody yet' };

function shownKind(stored: SessionLine['kind']): SessionKind {
  return SESSION_KINDS.find((kind) => countedKinds(kind).includes(stored)) ?? 'practice';
}

/** A session that was timed out may be resumed by those with the right who see it, whoever ran it. */
export function mayTakeOver(state: SessionState, who: Member): boolean {
  return isTimedOut(state) && allows(who, 'sessions.resume');
}

export function isTimedOut(state: SessionState): boolean {
  return state.status === 'ended' && state.outcome === ENGINE_OUTCOMES.timedOut;
}

function abilitiesOf(program: Program, state: SessionState, who: Member): SessionBody['abilities'] {
  const may = abilitiesIn(program, state);
  return abilities({
    ...may,
    resume: may.resume || mayTakeOver(state, who),
    comment: allows(who, 'comments.write'),
  });
}

export async function presentRows(look: Looking, rows: readonly SessionLine[]): Promise<SessionRow[]> {
  const { who, db } = look;
  const names = await namesOf(
    who.scope,
    db,
    rows.flatMap(({ user_id }) => (user_id === null ? [] : [user_id])),
  );
  const circle = await circleOf({ who, db });
  return Promise.all(
    rows.map(async (row) => {
      const program = await pinnedProgram(look, row);
      const own = row.user_id === who.person.id;
      const seen = own || isWithin(circle, row);
      const waits = mayTake(circle, row);
      const timedOut = row.status === 'ended' && row.outcome === ENGINE_OUTCOMES.timedOut;
      const name = row.element === null ? undefined : program.find(row.element)?.node.element.name;
      return {
        id: row.id,
        interaction: { id: row.interaction_id, name: program.interaction.name, version: row.version_number },
        kind: shownKind(row.kind),
        status: SESSION_STATUSES.find((status) => status === row.status) ?? 'ended',
        outcome: row.outcome,
        agent: row.user_id === null ? (row.team_id === null ? NOBODY_SERVES : NOBODY_YET) : names.of(row.user_id),
        client: CLIENTS.find((client) => client === row.client) ?? 'api',
        channel: CHANNELS.find((channel) => channel === row.channel) ?? null,
        startedAt: row.started_at,
        changedAt: row.last_at,
        endedAt: row.ended_at,
        at: row.element === null ? null : { element: row.element, name: name ?? row.element },
        abilities: abilities({
          open: own && row.ended_at === null,
          resume: ((own || waits) && row.status === 'paused') || (timedOut && seen && allows(who, 'sessions.resume')),
          steps: (seen || waits) && allows(who, 'sessions.use'),
        }),
      };
    }),
  );
}
