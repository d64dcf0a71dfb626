import type { FolderId, InteractionId } from '#prelude/ids.ts';
import { ok, type Result } from '#prelude/result.ts';
import { findFolder } from '#store/queries/folders.ts';
import {
  lockInteraction,
  restoreInteraction,
  trashInteraction,
  updateInteraction,
} from '#store/queries/interactions.ts';
import type { Row } from '#store/tables.ts';
import { announce } from '../announce.ts';
import { tagMatches } from '../http/etag.ts';
import { type Act, type Doer, record } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { presentInteraction, tagOfInteraction } from './present.ts';

/** How long the trash keeps what is in it. */
export const TRASH_KEEPS = 30 * 24 * 3_600_000;

type Done = Result<undefined, Refusal>;

export async function changeInteraction(
  doer: Doer,
  id: InteractionId,
  changes: { readonly name?: string | undefined; readonly folder?: FolderId | null | undefined },
  ifMatch: string | undefined,
): Promise<Done> {
  const { who, db, now } = doer;
  const row = await locked(doer, id);
  if (!row.ok) return row;
  if (row.value.deleted_at !== null) return refuse('interaction.in-trash');
  const before = await presentInteraction(doer, id);
  if (before && !tagMatches(ifMatch, tagOfInteraction(before))) return refuse('object.changed');
  if (changes.folder && !(await findFolder(who.scope, db, changes.folder))) return refuse('folder.unknown');
  const name = changes.name ?? row.value.name;
  const folder = changes.folder === undefined ? row.value.folder_id : changes.folder;
  await updateInteraction(who.scope, db, id, { name, folder_id: folder }, { by: who.person.id, at: now });
  await tell(doer, id, 'interaction.changed', name, { name, folder });
  return ok(undefined);
}

/** To the trash: no new session starts with it; those under way finish. */
export async function deleteInteraction(doer: Doer, id: InteractionId): Promise<Done> {
  const { who, db, now } = doer;
  const row = await locked(doer, id);
  if (!row.ok) return row;
  if (row.value.deleted_at !== null) return refuse('interaction.in-trash');
  await trashInteraction(who.scope, db, id, '', { by: who.person.id, at: now });
  await tell(doer, id, 'interaction.deleted', row.value.name);
  return ok(undefined);
}

export async function bringBack(doer: Doer, id: InteractionId): Promise<Done> {
  const { who, db } = doer;
  const row = await locked(doer, id);
  if (!row.ok) return row;
  if (row.value.deleted_at === null) return refuse('interaction.not-in-trash');
  if (row.value.emptied_at !== null) return refuse('interaction.gone');
  await restoreInteraction(who.scope, db, id);
  await tell(doer, id, 'interaction.restored', row.value.name);
  return ok(undefined);
}

async function locked({ who, db }: Doer, id: InteractionId): Promise<Result<Row<'interactions'>, Refusal>> {
  const row = await lockInteraction(who.scope, db, id);
  return row ? ok(row) : refuse('not-found');
}

async function tell(
  doer: Doer,
  id: InteractionId,
  act: Act,
  title: string,
  details: { [key: string]: string | null } = {},
): Promise<void> {
  await announce(doer.who.scope, doer.db, { kind: 'interactions.changed', interaction: id });
  await record(doer, act, { object: `interaction:${id}`, title }, { details });
}
