import type pg from 'pg';
import type { AccountId, SessionId } from '#prelude/ids.ts';
import type { PendingStep } from './session-head.ts';

/**
 * Moves the heads that still stand where they are expected, and appends the steps that moved one. All in one statement:
 * it takes one round trip and one flush of the log, and either all of it happens or nothing. A head and its step can
 * never disagree, and a command that is known already is left out.
 *
 * `known` is a lateral look-up in the unique key, one for each step, however large the log is.
 */
const STATEMENT = `
with input as materialized (
  select * from unnest(
    $2::text[], $3::int[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[],
    $11::bigint[], $12::text[], $13::bigint[], $14::text[], $15::text[], $16::text[], $17::text[]
  ) as i (
    session_id, seq, command_id, actor, at, events, status, element, state,
    ended_at, outcome, expires_at, user_id, team_id, language, dimensions
  )
), known as materialized (
  select i.session_id from input i cross join lateral (
    select from session_steps s
    where s.account_id = $1 and s.session_id = i.session_id and s.command_id = i.command_id limit 1
  ) k
), moved as (
  update sessions h set
    seq = i.seq, status = i.status, element = i.element, state = i.state::json, last_at = i.at, ended_at = i.ended_at,
    outcome = i.outcome, expires_at = i.expires_at, user_id = i.user_id, team_id = i.team_id, language = i.language,
    dimensions = i.dimensions::jsonb
  from input i
  where h.account_id = $1 and h.id = i.session_id and h.seq = i.seq - 1
    and not exists (select from known k where k.session_id = i.session_id)
  returning i.session_id, i.seq, i.command_id, i.actor, i.at, i.events
), appended as (
  insert into session_steps (account_id, session_id, seq, command_id, actor, at, events)
  select $1, session_id, seq, command_id, actor, at, events::json from moved
)`;

const PLAIN = `${STATEMENT}
select session_id from moved`;

/** The same where steps ask the world outside for something: into the outbox goes what their steps decided, or nothing. */
const WITH_EFFECTS = `${STATEMENT}, asked as (
  insert into effects (
    account_id, session_id, effect, interaction_id, element, kind, event, request, home, requested_at, due_at
  )
  select $1, e.session_id, e.effect, e.interaction_id, e.element, e.kind, e.event, e.request::json, e.home, m.at, e.due_at
  from unnest(
    $18::text[], $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[], $25::text[], $26::bigint[]
  ) as e (session_id, effect, interaction_id, element, kind, event, request, home, due_at)
  join moved m on m.session_id = e.session_id
)
select session_id from moved`;

/**
 * Writes steps of one account, at most one for each session.
 *
 * @returns for each step whether it was written: not, when somebody else moved the session first, when the session is
 *   gone, or when the command made a step before
 */
export async function writeSteps<State>(
  pool: pg.Pool,
  account: AccountId,
  steps: readonly PendingStep<State>[],
): Promise<boolean[]> {
  const heads = steps.map((pending) => pending.head);
  const asked = steps.flatMap(({ head, step }) => (step.effects ?? []).map((effect) => ({ ...effect, head })));
  const { rows } = await pool.query<{ session_id: SessionId }>({
    name: asked.length === 0 ? 'write-steps' : 'write-steps-effects',
    text: asked.length === 0 ? PLAIN : WITH_EFFECTS,
    values: [
      account,
      heads.map((head) => head.id),
      heads.map((head) => head.seq),
      steps.map((pending) => pending.command),
      steps.map((pending) => pending.step.actor),
      heads.map((head) => head.last_at),
      steps.map((pending) => JSON.stringify(pending.step.events)),
      heads.map((head) => head.status),
      heads.map((head) => head.element),
      heads.map((head) => JSON.stringify(head.state)),
      heads.map((head) => head.ended_at),
      heads.map((head) => head.outcome),
      heads.map((head) => head.expires_at),
      heads.map((head) => head.user_id),
      heads.map((head) => head.team_id),
      heads.map((head) => head.language),
      heads.map((head) => JSON.stringify(head.dimensions)),
      ...(asked.length === 0
        ? []
        : [
            asked.map(({ head }) => head.id),
            asked.map(({ effect }) => effect),
            asked.map(({ head }) => head.interaction_id),
            asked.map(({ element }) => element),
            asked.map(({ kind }) => kind),
            asked.map(({ event }) => event),
            asked.map(({ request }) => JSON.stringify(request)),
            asked.map(({ home }) => home),
            asked.map(({ due_at }) => due_at),
          ]),
    ],
  });
  const moved = new Set(rows.map((row) => row.session_id));
  return heads.map((head) => moved.has(head.id));
}
