import { sql } from 'kysely';
import type { LiveEvent } from '#api/live.ts';
import type { Db } from '#store/connect.ts';
import type { AccountScope } from '#store/scope.ts';

/** The channel on which the server processes tell each other what changed. */
export const LIVE_CHANNEL = 'waymark_live';

/** Tells every browser of the account, whichever process it is connected to; within a transaction: once it is committed. */
export async function announce(scope: AccountScope, db: Db, event: LiveEvent): Promise<void> {
  await sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify({ account: scope.account, event })})`.execute(db);
}
