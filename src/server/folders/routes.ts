import { folderRoutes } from '#api/folders.ts';
import type { FolderId } from '#prelude/ids.ts';
import { countByFolder } from '#store/queries/folder-counts.ts';
import { deleteEmptyFolder, findFolder, insertFolder, listFolders, updateFolder } from '#store/queries/folders.ts';
import type { Row } from '#store/tables.ts';
import type { RouteServer } from '../http/serve.ts';
import { record } from '../record.ts';
import { refuse } from '../refusal.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { abilities, allows, type Member } from '../who.ts';

export function serveFolders(server: RouteServer, { ids }: Services): void {
  server.member(folderRoutes.list, async ({ db, who }) => {
    const [rows, counts] = await Promise.all([listFolders(who.scope, db), countByFolder(who.scope, db)]);
    return answer(200, { items: rows.map((row) => presentFolder(row, counts.get(row.id) ?? 0, who)) });
  });

  server.member(folderRoutes.create, async ({ body, ...doer }) => {
    const { who, db, now } = doer;
    const id = ids.make('fld') as FolderId;
    const row = { id, parent_id: null, name: body.name, created_at: now, created_by: who.person.id };
    if (!(await insertFolder(who.scope, db, row))) return refuse('folder.name-taken');
    await record(doer, 'folder.made', { object: `folder:${id}`, title: body.name });
    return answer(201, presentFolder(row, 0, who));
  });

  server.member(folderRoutes.rename, async ({ params, body, ...doer }) => {
    const { who, db } = doer;
    const row = await findFolder(who.scope, db, params.folder);
    if (!row) return refuse('not-found');
    const taken = (await listFolders(who.scope, db)).some(
      (other) => other.id !== row.id && other.name.toLowerCase() === body.name.toLowerCase(),
    );
    if (taken) return refuse('folder.name-taken');
    await updateFolder(who.scope, db, row.id, { name: body.name });
    await record(
      doer,
      'folder.renamed',
      { object: `folder:${row.id}`, title: body.name },
      { details: { before: row.name } },
    );
    const count = (await countByFolder(who.scope, db)).get(row.id) ?? 0;
    return answer(200, presentFolder({ ...row, name: body.name }, count, who));
  });

  server.member(folderRoutes.delete, async ({ params, ...doer }) => {
    const { who, db } = doer;
    const row = await findFolder(who.scope, db, params.folder);
    if (!row) return refuse('not-found');
    if (!(await deleteEmptyFolder(who.scope, db, row.id))) return refuse('folder.not-empty');
    await record(doer, 'folder.deleted', { object: `folder:${row.id}`, title: row.name });
    return done();
  });
}

function presentFolder(row: Pick<Row<'folders'>, 'id' | 'name'>, interactions: number, who: Member) {
  const change = allows(who, 'folders.change');
  return {
    id: row.id,
    name: row.name,
    interactions,
    abilities: abilities({ change, delete: change && interactions === 0 }),
  };
}
