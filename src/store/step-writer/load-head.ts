import type pg from 'pg';
import type { CommandId, SessionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';
import type { SessionHead } from './session-head.ts';

const STATEMENT = `
select h.*, (
  select s.seq from session_steps s
  where s.account_id = $1 and s.session_id = $2 and s.command_id = $3
) as known_seq
from sessions h where h.account_id = $1 and h.id = $2`;

/** A session as the database has it, and the seq of the step that a command made, if it made one. */
export async function loadHead<State>(
  pool: pg.Pool,
  scope: AccountScope,
  session: SessionId,
  command: CommandId,
  readState: (stored: Json) => State,
): Promise<{ readonly head: SessionHead<State>; readonly knownSeq: number | null } | undefined> {
  const { rows } = await pool.query<Row<'sessions'> & { known_seq: number | null }>({
    name: 'load-head',
    text: STATEMENT,
    values: [scope.account, session, command],
  });
  const row = rows[0];
  if (row === undefined) return undefined;
  const { known_seq: knownSeq, ...head } = row;
  return { head: { ...head, state: readState(head.state) }, knownSeq };
}
