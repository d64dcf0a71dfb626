import * as Y from 'yjs';
import type { WorkingCopyId } from '#api/identifier.ts';
import { UPDATE_LENGTH, type WorkingCopy, workingCopyRoutes } from '#api/working-copies.ts';
import {
  appendUpdate,
  compactWorkingCopy,
  findWorkingCopy,
  insertWorkingCopy,
  listWorkingCopies,
  readDocument,
  updateWorkingCopy,
  type WorkingCopyLine,
} from '#store/queries/working-copies.ts';
import { announce } from '../announce.ts';
import type { RouteServer } from '../http/serve.ts';
import { pageOf } from '../listing.ts';
import { namesOf } from '../names.ts';
import { type Doer, record } from '../record.ts';
import { refuse } from '../refusal.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';

const BODY_LIMIT = UPDATE_LENGTH + 10_000;

/** Updates of a document that wait to be merged into one; beyond it whoever opens the document has them merged. */
const MANY_UPDATES = 50;

export function serveWorkingCopies(server: RouteServer, { ids, db: whole }: Services): void {
  server.member(workingCopyRoutes.list, async ({ query, ...doer }) => {
    const rows = await listWorkingCopies(doer.who.scope, doer.db, query.interaction);
    const { items, ...next } = pageOf(rows, query, ({ id }) => id);
    return answer(200, { items: await present(doer, items), ...next });
  });

  server.member(
    workingCopyRoutes.create,
    async ({ body, ...doer }) => {
      const { who, db, now } = doer;
      const id = ids.make('wcp');
      const snapshot = body.update === undefined ? null : updateOf(body.update);
      if (snapshot === 'no update') return refuse('working-copy.not-an-update');
      const { interaction: interaction_id, name, basedOn = null } = body;
      const row = { id, interaction_id, name, based_on: basedOn, snapshot };
      await insertWorkingCopy(who.scope, db, row, { by: who.person.id, at: now });
      await announce(who.scope, db, { kind: 'working-copies.changed' });
      const [made] = await present(doer, await kept(doer, id));
      return made ? answer(201, made) : refuse('not-found');
    },
    { bodyLimit: BODY_LIMIT },
  );

  server.member(workingCopyRoutes.read, async ({ params, ...doer }) => {
    const { who, db } = doer;
    const [copy] = await present(doer, await kept(doer, params.copy));
    const parts = await readDocument(who.scope, db, params.copy);
    if (!copy || !parts) return refuse('not-found');
    if (parts.length > MANY_UPDATES) await compactWorkingCopy(who.scope, whole, params.copy, merge);
    return answer(200, { ...copy, update: Buffer.from(merge(parts)).toString('base64') });
  });

  server.member(workingCopyRoutes.change, async ({ params, body, ...doer }) => {
    const { who, db, now } = doer;
    if ((await kept(doer, params.copy)).length === 0) return refuse('not-found');
    const { name, basedOn } = body;
    const changes = {
      ...(name === undefined ? {} : { name }),
      ...(basedOn === undefined ? {} : { based_on: basedOn }),
    };
    await updateWorkingCopy(who.scope, db, params.copy, changes, { by: who.person.id, at: now });
    await announce(who.scope, db, { kind: 'working-copies.changed' });
    const [changed] = await present(doer, await kept(doer, params.copy));
    return changed ? answer(200, changed) : refuse('not-found');
  });

  server.member(
    workingCopyRoutes.update,
    async ({ params, body, ...doer }) => {
      const { who, db, now } = doer;
      const bytes = updateOf(body.update);
      if (bytes === 'no update') return refuse('working-copy.not-an-update');
      if ((await kept(doer, params.copy)).length === 0) return refuse('not-found');
      const update = { id: ids.make('upd'), bytes };
      await appendUpdate(who.scope, db, params.copy, update, { by: who.person.id, at: now });
      return done();
    },
    { bodyLimit: BODY_LIMIT },
  );

  server.member(workingCopyRoutes.delete, async ({ params, ...doer }) => {
    const { who, db, now } = doer;
    const [row] = await kept(doer, params.copy);
    if (!row) return refuse('not-found');
    await updateWorkingCopy(who.scope, db, row.id, { deleted_at: now }, { by: who.person.id, at: now });
    await announce(who.scope, db, { kind: 'working-copies.changed' });
    await record(doer, 'working-copy.deleted', { object: `working-copy:${row.id}`, title: row.name });
    return done();
  });
}

/** Merges parts of a document, whatever their order and however often each comes. */
function merge(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 0 ? Y.encodeStateAsUpdate(new Y.Doc()) : Y.mergeUpdates([...parts]);
}

/** Bytes that do not hold an update would spoil the document for everybody who opens it. */
function updateOf(base64: string): Uint8Array | 'no update' {
  const bytes = Buffer.from(base64, 'base64');
  try {
    Y.decodeUpdate(bytes);
    return bytes;
  } catch {
    return 'no update';
  }
}

async function kept({ who, db }: Doer, id: string): Promise<WorkingCopyLine[]> {
  const row = await findWorkingCopy(who.scope, db, id);
  return row && row.deleted_at === null ? [row] : [];
}

async function present({ who, db }: Doer, rows: readonly WorkingCopyLine[]): Promise<WorkingCopy[]> {
  const names = await namesOf(
    who.scope,
    db,
    rows.map(({ modified_by }) => modified_by),
  );
  return rows.map((row) => ({
    id: row.id as WorkingCopyId,
    interaction: row.interaction_id,
    name: row.name,
    basedOn: row.based_on,
    modifiedAt: row.modified_at,
    modifiedBy: names.of(row.modified_by),
    abilities: ['edit', 'delete'],
  }));
}
