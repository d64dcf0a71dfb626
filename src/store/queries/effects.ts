import { sql } from 'kysely';
import type { ElementPath, InteractionId, SessionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

/** A request on its way into the outbox. */
export interface NewEffect {
  readonly effect: string;
  readonly element: ElementPath;
  readonly kind: string;
  readonly event: string | null;
  readonly request: Json;
  readonly home: string | null;
  readonly due_at: Instant | null;
}

/** A request that a worker has taken. */
export type TakenEffect = Pick<
  Row<'effects'>,
  'account_id' | 'session_id' | 'effect' | 'interaction_id' | 'element' | 'kind' | 'request' | 'home' | 'attempts'
>;

/** Puts the requests of a session's first step into the outbox, in the transaction that starts the session. */
export async function insertEffects(
  scope: AccountScope,
  db: Db,
  session: SessionId,
  interaction: InteractionId,
  effects: readonly NewEffect[],
  at: Instant,
): Promise<void> {
  if (effects.length === 0) return;
  await db
    .insertInto('effects')
    .values(
      effects.map(({ request, ...effect }) => ({
        ...effect,
        account_id: scope.account,
        session_id: session,
        interaction_id: interaction,
        request: JSON.stringify(request),
        requested_at: at,
      })),
    )
    .execute();
}

/**
 * Takes requests that are due, of all accounts, each for one worker alone: who is at work holds a row until `until`. A
 * request with a home is its home's, until that has had `until` long enough and is surely gone.
 */
export async function takeEffects(
  db: Db,
  {
    home,
    now,
    until,
    limit,
  }: { readonly home: string; readonly now: Instant; readonly until: Instant; readonly limit: number },
): Promise<readonly TakenEffect[]> {
  const orphaned = now - (until - now);
  const { rows } = await sql<TakenEffect>`
    update effects e set taken_until = ${until}, attempts = e.attempts + 1
    from (
      select account_id, session_id, effect from effects
      where finished_at is null and due_at <= ${now} and (taken_until is null or taken_until < ${now})
        and (home is null or home = ${home} or due_at < ${orphaned})
      order by due_at limit ${limit} for update skip locked
    ) due
    where e.account_id = due.account_id and e.session_id = due.session_id and e.effect = due.effect
    returning e.account_id, e.session_id, e.effect, e.interaction_id, e.element, e.kind, e.request, e.home, e.attempts
  `.execute(db);
  return rows;
}

/** The request is done with, whatever came of it. */
export async function finishEffect(
  scope: AccountScope,
  db: Db,
  { session_id, effect }: Pick<TakenEffect, 'session_id' | 'effect'>,
  end: { readonly at: Instant; readonly result: string; readonly code: string | null },
): Promise<void> {
  await db
    .updateTable('effects')
    .set({ finished_at: end.at, result: end.result, code: end.code, taken_until: null })
    .where('account_id', '=', scope.account)
    .where('session_id', '=', session_id)
    .where('effect', '=', effect)
    .execute();
}

/** Gives a request back; somebody takes it again after a moment. */
export async function releaseEffect(
  scope: AccountScope,
  db: Db,
  { session_id, effect }: Pick<TakenEffect, 'session_id' | 'effect'>,
  until: Instant,
): Promise<void> {
  await db
    .updateTable('effects')
    .set({ taken_until: until })
    .where('account_id', '=', scope.account)
    .where('session_id', '=', session_id)
    .where('effect', '=', effect)
    .where('finished_at', 'is', null)
    .execute();
}

/** The waits of a session that the outside ends by this name, the oldest first. */
export async function findAwaitedEvent(
  scope: AccountScope,
  db: Db,
  session: SessionId,
  event: string,
): Promise<TakenEffect | undefined> {
  return db
    .selectFrom('effects')
    .select(['account_id', 'session_id', 'effect', 'interaction_id', 'element', 'kind', 'request', 'home', 'attempts'])
    .where('account_id', '=', scope.account)
    .where('session_id', '=', session)
    .where('event', '=', event)
    .where('finished_at', 'is', null)
    .orderBy('requested_at')
    .executeTakeFirst();
}

/** Forgets requests that were done with before a moment; the log of their session still tells of them. */
export async function forgetEffects(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('effects').where('finished_at', '<', before).execute();
}
