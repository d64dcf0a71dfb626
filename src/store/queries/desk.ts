import { sql } from 'kysely';
import type { FolderId, InteractionId, UserId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';

/** An Interaction that can be started now. */
export interface LiveInteraction {
  readonly id: InteractionId;
  readonly name: string;
  readonly description: string;
  readonly folder_id: FolderId | null;
  readonly folder_name: string | null;
  readonly version: number;
  readonly live_since: Instant;
  readonly languages: string[];
  /** When this user last started it; null for never. */
  readonly last_run_at: Instant | null;
}

/** The Interactions with a live version by name, with what one user did with them. */
export async function listLiveInteractions(
  scope: AccountScope,
  db: Db,
  user: UserId,
  text: string | undefined,
): Promise<LiveInteraction[]> {
  const pattern = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<LiveInteraction>`
    select i.id, i.name, i.description, i.folder_id, f.name as folder_name, v.number as version,
      v.status_at as live_since, v.bytes::json -> 'languages' as languages,
      (select max(s.started_at) from sessions s
       where s.account_id = i.account_id and s.user_id = ${user} and s.interaction_id = i.id) as last_run_at
    from interactions i
    join versions v on v.account_id = i.account_id and v.interaction_id = i.id and v.number = i.live_version
    left join folders f on f.account_id = i.account_id and f.id = i.folder_id
    where i.account_id = ${scope.account} and i.deleted_at is null
      and (i.name ilike ${pattern} or i.description ilike ${pattern})
    order by lower(i.name), i.id`.execute(db);
  return rows;
}
