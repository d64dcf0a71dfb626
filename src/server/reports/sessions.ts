import type { SessionId } from '#prelude/ids.ts';
import { askEvidence, type Cut } from '#store/replica/evidence.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { AccountScope } from '#store/scope.ts';

/** Which of the sessions of a cut stand behind a number. */
export interface Behind {
  readonly element?: string | undefined;
  readonly exit?: string | undefined;
  readonly outcome?: string | undefined;
  readonly slowest?: boolean | undefined;
}

export interface FoundSession {
  readonly id: SessionId;
  /** Milliseconds in use: at the element where one is named, else in the whole session. */
  readonly active: number;
}

/** The sessions behind a number: the slowest first, or the last started first. */
export async function sessionsBehind(
  scope: AccountScope,
  replica: Replica,
  cut: Cut,
  { element, exit, outcome, slowest }: Behind,
  offset: number,
  limit: number,
): Promise<FoundSession[]> {
  const question = `
    select session.id, coalesce(sum(visit.active), 0)::bigint as active
    from session join visit on visit.session = session.session
    where ($1::varchar is null or visit.element = $1) and ($2::varchar is null or visit.exit = $2)
      and ($3::varchar is null or session.outcome = $3)
    group by session.id
    order by ${slowest ? 'active desc, session.id desc' : 'session.id desc'}
    limit $4 offset $5`;
  const rows = await askEvidence(
    scope,
    replica,
    cut,
    question,
    [],
    [element ?? null, exit ?? null, outcome ?? null, limit, offset],
  );
  return rows.map(({ id, active }) => ({ id: String(id) as SessionId, active: Number(active) }));
}
