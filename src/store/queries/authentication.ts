import type pg from 'pg';
import type { AccountId, UserId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import { textArray } from '../binary-array.ts';

/** Who comes with a token, and what they are in the account they ask for. */
export interface FoundAsker {
  readonly user: UserId;
  readonly name: string;
  readonly systemAdministrator: boolean;
  /** Null: no part in that account, or shut out of it. */
  readonly roles: readonly string[] | null;
  readonly accountExists: boolean;
}

export interface AskerQuestion {
  readonly tokenHash: string;
  readonly account: AccountId;
}

/** No word for a role has a comma in it. */
type FoundRow = Omit<FoundAsker, 'roles'> & { readonly no: number; readonly roles: string | null };

const STATEMENT = `
select i.no, u.id as user, u.name, u.system_administrator as "systemAdministrator",
  array_to_string(m.roles, ',') as roles,
  a.id is not null as "accountExists"
from unnest($1::text[], $2::text[]) with ordinality as i (token_hash, account, no)
join sign_ins s on s.token_hash = i.token_hash and s.expires_at > $3
join users u on u.id = s.user_id and u.disabled_at is null
left join accounts a on a.id = i.account
left join memberships m on m.account_id = i.account and m.user_id = u.id and m.disabled_at is null`;

/**
 * Looks up many askers in one go, as authentication needs for each request. The answers are in the order of the
 * questions; undefined where a token is unknown or has run out.
 */
export async function findAskers(
  pool: pg.Pool,
  questions: readonly AskerQuestion[],
  now: Instant,
): Promise<(FoundAsker | undefined)[]> {
  const { rows } = await pool.query<FoundRow>({
    name: 'find-askers',
    text: STATEMENT,
    values: [
      textArray(questions.map(({ tokenHash }) => tokenHash)),
      textArray(questions.map(({ account }) => account)),
      now,
    ],
  });
  const found: (FoundAsker | undefined)[] = questions.map(() => undefined);
  for (const { no, roles, user, name, systemAdministrator, accountExists } of rows) {
    found[no - 1] = { user, name, systemAdministrator, accountExists, roles: wordsOf(roles) };
  }
  return found;
}

function wordsOf(roles: string | null): readonly string[] | null {
  return roles === '' ? [] : (roles?.split(',') ?? null);
}
