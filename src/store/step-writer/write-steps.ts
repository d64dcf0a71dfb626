import type pg from 'pg';
import type { AccountId, SessionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { bigintArray, integerArray, jsonArray, textArray } from '../binary-array.ts';
import { codeOf } from '../embedded/start-problem.ts';
import type { NewEffect } from '../queries/effects.ts';
import type { PendingStep, SessionHead } from './session-head.ts';

/**
 * The steps as rows. Each carries the account, so that heads are looked up by account and session: of an account that stands
 * there as a value PostgreSQL, where it knows too little of a table, would read every session.
 */
const INPUT = `input as materialized (
  select $1::text as account_id, i.* from unnest(
    $2::text[], $3::int[], $4::text[], $5::text[], $6::bigint[], $7::json[], $8::text[], $9::text[], $10::json[],
    $11::bigint[], $12::text[], $13::bigint[], $14::text[], $15::text[], $16::text[], $17::text[]
  ) as i (
    session_id, seq, command_id, actor, at, events, status, element, state,
    ended_at, outcome, expires_at, user_id, team_id, language, dimensions
  )
)`;

/** Those whose command made a step before: a look-up in the unique key for each, however large the log is. */
const KNOWN = `known as materialized (
  select i.session_id from input i cross join lateral (
    select from session_steps s
    where s.account_id = i.account_id and s.session_id = i.session_id and s.command_id = i.command_id limit 1
  ) k
)`;

const IS_NEW = 'and not exists (select from known k where k.session_id = i.session_id)';

/**
 * Moves the heads that still stand where they are expected, and appends the steps that moved one. All in one statement:
 * it takes one round trip and one flush of the log, and either all of it happens or nothing. A head and its step can
 * never disagree.
 */
const moveAndAppend = (onlyIf: string) => `moved as (
  update sessions h set
    seq = i.seq, status = i.status, element = i.element, state = i.state, last_at = i.at, ended_at = i.ended_at,
    outcome = i.outcome, expires_at = i.expires_at, user_id = i.user_id, team_id = i.team_id, language = i.language,
    dimensions = i.dimensions::jsonb
  from input i
  where h.account_id = i.account_id and h.id = i.session_id and h.seq = i.seq - 1 ${onlyIf}
  returning i.session_id, i.seq, i.command_id, i.actor, i.at, i.events
), appended as (
  insert into session_steps (account_id, session_id, seq, command_id, actor, at, events)
  select $1, session_id, seq, command_id, actor, at, events from moved
)`;

/** Where steps ask the world outside for something: into the outbox goes what the steps that are written decided. */
const ASK = `asked as (
  insert into effects (
    account_id, session_id, effect, interaction_id, element, kind, event, request, home, requested_at, due_at
  )
  select $1, e.session_id, e.effect, e.interaction_id, e.element, e.kind, e.event, e.request, e.home, m.at, e.due_at
  from unnest(
    $18::text[], $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::json[], $25::text[], $26::bigint[]
  ) as e (session_id, effect, interaction_id, element, kind, event, request, home, due_at)
  join moved m on m.session_id = e.session_id
)`;

interface Statement {
  readonly name: string;
  readonly text: string;
}

function statement(name: string, ...parts: readonly string[]): Statement {
  return { name, text: `with ${parts.join(', ')} select session_id from moved` };
}

/**
 * A repeated command is nearly always noticed before it comes here, so it is not looked for at first: the unique key of
 * the log refuses the whole statement, and the second one leaves out what is known.
 */
const AT_FIRST = {
  plain: statement('write-steps', INPUT, moveAndAppend('')),
  withEffects: statement('write-steps-effects', INPUT, moveAndAppend(''), ASK),
};
const WITHOUT_KNOWN = {
  plain: statement('write-new-steps', INPUT, KNOWN, moveAndAppend(IS_NEW)),
  withEffects: statement('write-new-steps-effects', INPUT, KNOWN, moveAndAppend(IS_NEW), ASK),
};
const UNIQUE_VIOLATION = '23505';

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
  writeState: (state: State) => Json,
): Promise<boolean[]> {
  const heads = steps.map((pending) => pending.head);
  const asked = steps.flatMap(({ head, step }) => (step.effects ?? []).map((effect) => ({ ...effect, head })));
  const kind = asked.length === 0 ? 'plain' : 'withEffects';
  const values = [account, ...columnsOf(steps, writeState), ...(kind === 'plain' ? [] : effectColumnsOf(asked))];
  const write = async (as: Statement) => {
    const { rows } = await pool.query<{ session_id: SessionId }>({ ...as, values });
    const moved = new Set(rows.map((row) => row.session_id));
    return heads.map((head) => moved.has(head.id));
  };
  try {
    return await write(AT_FIRST[kind]);
  } catch (error) {
    if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
    return write(WITHOUT_KNOWN[kind]);
  }
}

function columnsOf<State>(steps: readonly PendingStep<State>[], writeState: (state: State) => Json): Buffer[] {
  const heads = steps.map((pending) => pending.head);
  return [
    textArray(heads.map((head) => head.id)),
    integerArray(heads.map((head) => head.seq)),
    textArray(steps.map((pending) => pending.command)),
    textArray(steps.map((pending) => pending.step.actor)),
    bigintArray(heads.map((head) => head.last_at)),
    jsonArray(steps.map((pending) => pending.step.events)),
    textArray(heads.map((head) => head.status)),
    textArray(heads.map((head) => head.element)),
    jsonArray(heads.map((head) => writeState(head.state))),
    bigintArray(heads.map((head) => head.ended_at)),
    textArray(heads.map((head) => head.outcome)),
    bigintArray(heads.map((head) => head.expires_at)),
    textArray(heads.map((head) => head.user_id)),
    textArray(heads.map((head) => head.team_id)),
    textArray(heads.map((head) => head.language)),
    textArray(heads.map((head) => JSON.stringify(head.dimensions))),
  ];
}

function effectColumnsOf(asked: readonly (NewEffect & { readonly head: SessionHead<unknown> })[]): Buffer[] {
  return [
    textArray(asked.map(({ head }) => head.id)),
    textArray(asked.map(({ effect }) => effect)),
    textArray(asked.map(({ head }) => head.interaction_id)),
    textArray(asked.map(({ element }) => element)),
    textArray(asked.map(({ kind }) => kind)),
    textArray(asked.map(({ event }) => event)),
    jsonArray(asked.map(({ request }) => request)),
    textArray(asked.map(({ home }) => home)),
    bigintArray(asked.map(({ due_at }) => due_at)),
  ];
}
