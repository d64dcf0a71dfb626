import type { Went } from '#api/reports.ts';
import type { SessionId } from '#prelude/ids.ts';
import { askEvidence, type Cut } from '#store/replica/evidence.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { AccountScope } from '#store/scope.ts';
import { whereWent } from './went.ts';

/** Which of the sessions of a cut stand behind a number. */
export interface Behind {
  readonly element?: string | undefined;
  readonly exit?: string | undefined;
  /** Any of these: one outcome, and those that count as it. */
  readonly outcomes?: readonly string[] | undefined;
  readonly went?: Went | undefined;
  readonly slowest?: boolean | undefined;
}

export interface FoundSession {
  readonly id: SessionId;
  /** Milliseconds in use: at the element where one is named, and in what it calls, else in the whole session. */
  readonly active: number;
}

/** The sessions behind a number: the slowest first, or the last started first. */
export async function sessionsBehind(
  scope: AccountScope,
  replica: Replica,
  cut: Cut,
  { element, exit, outcomes, went, slowest }: Behind,
  offset: number,
  limit: number,
): Promise<FoundSession[]> {
  const own = [element ?? null, exit ?? null, limit, offset, ...(outcomes ?? [])];
  const ended = outcomes?.map((_outcome, index) => `$${5 + index}`).join(', ');
  const question = `
    select session.id,
      coalesce(sum(visit.active + if($1::varchar is null, 0, visit.inside)), 0)::bigint as active
    from session join visit on visit.session = session.session
    where ($1::varchar is null or visit.element = $1) and ($2::varchar is null or visit.exit = $2)
      ${ended === undefined ? '' : `and session.outcome in (${ended})`}
      ${went === undefined ? '' : `and ${whereWent(went)}`}
    group by session.id
    order by ${slowest ? 'active desc, session.id desc' : 'session.id desc'}
    limit $3 offset $4`;
  const rows = await askEvidence(scope, replica, cut, question, [], own);
  return rows.map(({ id, active }) => ({ id: String(id) as SessionId, active: Number(active) }));
}
