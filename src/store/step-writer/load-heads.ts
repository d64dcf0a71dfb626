import type pg from 'pg';
import type { CommandId, SessionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { textArray } from '../binary-array.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';
import type { SessionHead } from './session-head.ts';

export interface HeadQuestion {
  readonly scope: AccountScope;
  readonly session: SessionId;
  readonly command: CommandId;
}

export interface LoadedHead<State> {
  readonly head: SessionHead<State>;
  /** The seq of the step that the command made, if it made one. */
  readonly knownSeq: number | null;
}

type FoundRow = Row<'sessions'> & { readonly no: number; readonly known_seq: number | null };

const STATEMENT = `
select i.no, h.*, (
  select s.seq from session_steps s
  where s.account_id = i.account and s.session_id = i.session and s.command_id = i.command
) as known_seq
from unnest($1::text[], $2::text[], $3::text[]) with ordinality as i (account, session, command, no)
join sessions h on h.account_id = i.account and h.id = i.session`;

/** Sessions as the database has them, in the order of the questions; undefined where the account has no such session. */
export async function loadHeads<State>(
  pool: pg.Pool,
  questions: readonly HeadQuestion[],
  readState: (stored: Json) => State,
): Promise<(LoadedHead<State> | undefined)[]> {
  const { rows } = await pool.query<FoundRow>({
    name: 'load-heads',
    text: STATEMENT,
    values: [
      textArray(questions.map(({ scope }) => scope.account)),
      textArray(questions.map(({ session }) => session)),
      textArray(questions.map(({ command }) => command)),
    ],
  });
  const loaded: (LoadedHead<State> | undefined)[] = questions.map(() => undefined);
  for (const { no, known_seq: knownSeq, ...head } of rows) {
    loaded[no - 1] = { head: { ...head, state: readState(head.state) }, knownSeq };
  }
  return loaded;
}
