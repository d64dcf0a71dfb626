import type pg from 'pg';
import type { AccountId } from '#prelude/ids.ts';
import { textArray } from '../binary-array.ts';
import type { Row } from '../tables.ts';

/** What steps need of an account: its settings and its values. */
export interface ValuesOfAccountRow {
  readonly settings: Row<'accounts'>['settings'];
  readonly values: readonly Pick<Row<'account_values'>, 'key' | 'type' | 'live' | 'test'>[];
}

type FoundRow = ValuesOfAccountRow & { readonly account: AccountId };

const STATEMENT = `
select a.id as account, a.settings, coalesce((
  select json_agg(json_build_object('key', v.key, 'type', v.type, 'live', v.live, 'test', v.test) order by v.key)
  from account_values v where v.account_id = a.id
), '[]') as values
from unnest($1::text[]) as i (account)
join accounts a on a.id = i.account`;

/** Of many accounts in one go, in the order of the question; undefined where there is no such account. */
export async function findCurrentValues(
  pool: pg.Pool,
  accounts: readonly AccountId[],
): Promise<(ValuesOfAccountRow | undefined)[]> {
  const { rows } = await pool.query<FoundRow>({
    name: 'current-values',
    text: STATEMENT,
    // Hundreds of steps of one account may ask together.
    values: [textArray([...new Set(accounts)])],
  });
  const found = new Map(rows.map((row) => [row.account, row]));
  return accounts.map((account) => found.get(account));
}
