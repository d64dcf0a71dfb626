import { type InteractionRow, VERSION_STATUS_WORDS } from '#api/interactions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { listFolders } from '#store/queries/folders.ts';
import { countSessionsSince, type ListedInteraction, listInteractions } from '#store/queries/interaction-list.ts';
import { tagOf } from '../http/etag.ts';
import { namesOf } from '../names.ts';
import type { Doer } from '../record.ts';
import { abilities, allows, type Member } from '../who.ts';

const A_WEEK = 7 * 24 * 3_600_000;

/** Rows of the Interactions page: with names, folders and how much they are used. */
export async function presentInteractions(
  { who, db, now }: Doer,
  rows: readonly ListedInteraction[],
): Promise<InteractionRow[]> {
  const { scope } = who;
  const [folders, sessions, names] = await Promise.all([
    listFolders(scope, db),
    countSessionsSince(scope, db, 'live', now - A_WEEK),
    namesOf(
      scope,
      db,
      rows.map(({ modified_by }) => modified_by),
    ),
  ]);
  return rows.map((row) => {
    const folder = folders.find(({ id }) => id === row.folder_id);
    const newest = { number: row.newest_number ?? 0, status: row.newest_status ?? 'draft' };
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      folder: folder ? { id: folder.id, name: folder.name } : null,
      live: row.live_version,
      newest,
      statusText: statusText(row.live_version, newest),
      modifiedAt: row.modified_at,
      modifiedBy: names.of(row.modified_by),
      sessionsLastWeek: sessions.get(row.id) ?? 0,
      problems: { errors: row.problems?.errors ?? 0, warnings: row.problems?.warnings ?? 0 },
      openChangeRequests: row.open_change_requests,
      trashedAt: row.deleted_at,
      abilities: abilitiesOn(row, who),
    };
  });
}

/** One of them; undefined where the account has none of this id. */
export async function presentInteraction(doer: Doer, id: InteractionId): Promise<InteractionRow | undefined> {
  const rows = await listInteractions(doer.who.scope, doer.db, { id }, 1);
  const [presented] = await presentInteractions(doer, rows);
  return presented;
}

export async function listedInteraction(
  { who, db }: { readonly who: Member; readonly db: Db },
  id: InteractionId,
): Promise<ListedInteraction | undefined> {
  const [row] = await listInteractions(who.scope, db, { id }, 1);
  return row;
}

/** What a write may rest on: what people can change of an Interaction. */
export function tagOfInteraction(row: Pick<InteractionRow, 'name' | 'folder' | 'modifiedAt' | 'trashedAt'>): string {
  return tagOf(row.name, row.folder?.id ?? null, row.modifiedAt, row.trashedAt);
}

/** `Live 3 · Draft 4`: what runs, and what is newer than that. */
function statusText(live: number | null, newest: InteractionRow['newest']): string {
  const newer = `${VERSION_STATUS_WORDS[newest.status]} ${newest.number}`;
  if (live === null) return newer;
  return newest.number > live
    ? `${VERSION_STATUS_WORDS.live} ${live} · ${newer}`
    : `${VERSION_STATUS_WORDS.live} ${live}`;
}

function abilitiesOn(row: ListedInteraction, who: Member): InteractionRow['abilities'] {
  const here = row.deleted_at === null;
  return abilities({
    change: here && allows(who, 'interactions.change'),
    delete: here && allows(who, 'interactions.delete'),
    restore: !here && row.emptied_at === null && allows(who, 'interactions.delete'),
    publish: here && allows(who, 'versions.publish'),
    test: here && allows(who, 'sessions.test'),
    run: here && row.live_version !== null && allows(who, 'sessions.run'),
  });
}
