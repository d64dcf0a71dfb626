import { sql } from 'kysely';
import type { ContentHash, InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { VersionStatus } from '../tables.ts';

/** A version that may still be run or become live. */
export interface ContentLine {
  readonly interaction_id: InteractionId;
  /** The name of the Interaction. */
  readonly name: string;
  readonly number: number;
  readonly status: VersionStatus;
  readonly content_hash: ContentHash;
}

/** How a file writes a letter as a number; such a file is looked at, whatever words it holds. */
const ESCAPE = '\\u';

/**
 * The versions that are neither retired nor in the trash and whose files hold some words, by the name of their
 * Interaction, the newest first. It says little: the words may stand in a text. But none is left out.
 */
export async function listContentsHolding(scope: AccountScope, db: Db, words: string): Promise<ContentLine[]> {
  const { rows } = await sql<ContentLine>`
    select v.interaction_id, i.name, v.number, v.status, v.content_hash
    from versions v
    join interactions i on i.account_id = v.account_id and i.id = v.interaction_id
    where v.account_id = ${scope.account} and v.deleted_at is null and i.deleted_at is null and v.status <> 'retired'
      and (position(${words} in v.bytes) > 0 or position(${ESCAPE} in v.bytes) > 0)
    order by lower(i.name), v.interaction_id, v.number desc`.execute(db);
  return rows;
}
