import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AccountId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

/** What somebody did to what, and why. */
export interface AuditEntry {
  readonly at: Instant;
  readonly actor: string;
  /** Such as `version.approve`. */
  readonly action: string;
  /** Such as `int_…/3`. */
  readonly object: string;
  readonly details: JsonObject;
}

/** What the first entry of an account names as the one before it. */
const NO_ENTRY = '';

/**
 * Adds an entry to the account's audit log, in the transaction of what it tells of. Each entry holds a hash over itself
 * and the hash before it, so none can be changed or taken out unseen. Entries of an account are added one at a time:
 * do it last, the others wait from here to the end of the transaction.
 */
export async function appendAudit(scope: AccountScope, transaction: Db, entry: AuditEntry): Promise<void> {
  // The head is made on first use; the conflict locks it in either case.
  const { rows } = await sql<{ n: number; hash: string }>`
    insert into audit_heads (account_id, n, hash) values (${scope.account}, 0, ${NO_ENTRY})
    on conflict (account_id) do update set n = audit_heads.n
    returning n, hash`.execute(transaction);
  const head = rows[0] ?? { n: 0, hash: NO_ENTRY };
  const n = head.n + 1;
  const details = JSON.stringify(entry.details);
  const hash = hashOf({ ...entry, account: scope.account, n, details, previous: head.hash });
  await transaction
    .insertInto('audit_entries')
    .values({ ...entry, account_id: scope.account, n, details, previous_hash: head.hash, hash })
    .execute();
  await transaction.updateTable('audit_heads').set({ n, hash }).where('account_id', '=', scope.account).execute();
}

export interface AuditFilter {
  readonly object?: string;
  /** With {@link object}: also what begins so, such as `version:int_1/` for the versions of an Interaction. */
  readonly parts?: string;
  readonly actor?: string;
  readonly action?: string;
  /** In what it was done to, in whatever case, or done by one of these. */
  readonly naming?: { readonly text: string; readonly actors: readonly string[] };
  /** Entries before this number only: the next page. */
  readonly before?: number;
}

/** Newest first. */
export function listAudit(
  scope: AccountScope,
  db: Db,
  filter: AuditFilter,
  limit: number,
): Promise<Row<'audit_entries'>[]> {
  let query = db.selectFrom('audit_entries').selectAll().where('account_id', '=', scope.account);
  const { object, parts } = filter;
  if (object !== undefined) {
    query = query.where((is) =>
      parts === undefined
        ? is('object', '=', object)
        : is.or([is('object', '=', object), is.fn<boolean>('starts_with', ['object', is.val(parts)])]),
    );
  }
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  const { naming } = filter;
  if (naming !== undefined) {
    const pattern = `%${naming.text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((is) =>
      is.or([
        sql<boolean>`details->>'title' ilike ${pattern}`,
        ...(naming.actors.length > 0 ? [is('actor', 'in', naming.actors)] : []),
      ]),
    );
  }
  if (filter.before !== undefined) query = query.where('n', '<', filter.before);
  return query.orderBy('n', 'desc').limit(limit).execute();
}

/** The newest entry's number and hash: to be written down elsewhere, as a witness that none was cut off the end. */
export function auditHead(scope: AccountScope, db: Db): Promise<{ n: number; hash: string } | undefined> {
  return db.selectFrom('audit_heads').select(['n', 'hash']).where('account_id', '=', scope.account).executeTakeFirst();
}

const PAGE = 1_000;

/**
 * Checks the whole chain of an account.
 *
 * @returns the number of the first entry that is missing or not what was written, or null where all is well
 */
export async function verifyAudit(scope: AccountScope, db: Db): Promise<number | null> {
  let n = 0;
  let previous = NO_ENTRY;
  for (;;) {
    const { rows } = await sql<Omit<Row<'audit_entries'>, 'details'> & { details: string }>`
      select n, at, actor, action, object, details::text as details, previous_hash, hash from audit_entries
      where account_id = ${scope.account} and n > ${n} order by n limit ${PAGE}`.execute(db);
    for (const entry of rows) {
      n++;
      const expected = hashOf({ ...entry, account: scope.account, previous });
      if (entry.n !== n || entry.previous_hash !== previous || entry.hash !== expected) return n;
      previous = entry.hash;
    }
    if (rows.length < PAGE) break;
  }
  const head = (await auditHead(scope, db)) ?? { n: 0, hash: NO_ENTRY };
  return head.n === n && head.hash === previous ? null : n + 1;
}

function hashOf(entry: {
  readonly account: AccountId;
  readonly n: number;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  /** As text: the column keeps it byte for byte. */
  readonly details: string;
  readonly previous: string;
}): string {
  const { account, n, at, actor, action, object, details, previous } = entry;
  return createHash('sha256')
    .update(JSON.stringify([previous, account, n, at, actor, action, object, details]))
    .digest('hex');
}
