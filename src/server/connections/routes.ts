import { connectionRoutes } from '#api/connections.ts';
import { findConnection, listConnections } from '#store/queries/connections.ts';
import type { Row } from '#store/tables.ts';
import type { RouteServer } from '../http/serve.ts';
import { inTransaction } from '../http/transaction.ts';
import { pageOf } from '../listing.ts';
import { namesOf } from '../names.ts';
import { type Doer, record } from '../record.ts';
import { referencesTo } from '../references/references-to.ts';
import { refuse } from '../refusal.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { changeConnection, deleteConnection, makeConnection } from './commands.ts';
import { presentConnection, presentLine, tagOfConnection } from './present.ts';
import { tryConnection } from './try.ts';

export function serveConnections(server: RouteServer, services: Services): void {
  server.member(connectionRoutes.list, async ({ db, who, query }) => {
    const { items, ...next } = pageOf(await listConnections(who.scope, db), query, ({ key }) => key);
    const names = await namesOf(
      who.scope,
      db,
      items.map((row) => row.modified_by),
    );
    return answer(200, { items: items.map((row) => presentLine(row, who, names)), ...next });
  });

  server.member(connectionRoutes.create, async ({ body, ...doer }) => {
    const made = await makeConnection(doer, services, body);
    if (!made.ok) return made;
    return answer(201, await present(doer, made.value), { tag: tagOfConnection(made.value) });
  });

  server.member(connectionRoutes.read, async ({ params, ...doer }) => {
    const row = await findConnection(doer.who.scope, doer.db, params.connection);
    if (!row) return refuse('not-found');
    return answer(200, await present(doer, row), { tag: tagOfConnection(row) });
  });

  server.member(connectionRoutes.change, async ({ params, body, ifMatch, ...doer }) => {
    const changed = await changeConnection(doer, services, params.connection, body, ifMatch);
    if (!changed.ok) return changed;
    return answer(200, await present(doer, changed.value), { tag: tagOfConnection(changed.value) });
  });

  server.member(connectionRoutes.uses, async ({ params, query, who, db }) => {
    if (!(await findConnection(who.scope, db, params.connection))) return refuse('not-found');
    const look = { scope: who.scope, db, knownReferences: services.knownReferences };
    const uses = await referencesTo(look, { kind: 'connection', key: params.connection });
    return answer(
      200,
      pageOf(uses, query, ({ interaction, place }) => JSON.stringify([interaction.id, place])),
    );
  });

  server.member(
    connectionRoutes.try,
    async ({ params, body, ...doer }) => {
      const { who, db } = doer;
      const row = await findConnection(who.scope, db, params.connection);
      if (!row) return refuse('not-found');
      const wait = services.trials.take(who.account);
      if (wait > 0) return refuse('request.too-many', { retryAfter: wait / 1_000 });
      const tried = await tryConnection(services, who, row, body);
      if (!tried.ok) return tried;
      const { status, code, http } = tried.value;
      const details = { method: body.method, status, ...(code ? { code } : {}), ...(http ? { http } : {}) };
      const on = { object: `connection:${row.key}`, title: row.name };
      return inTransaction(db, async (within) => {
        await record({ ...doer, db: within }, 'connection.tried', on, { details });
        return answer(200, tried.value);
      });
    },
    { waitsOutside: true },
  );

  server.member(connectionRoutes.delete, async ({ params, ...doer }) => {
    const deleted = await deleteConnection(doer, services, params.connection);
    return deleted.ok ? done() : deleted;
  });

  async function present({ who, db }: Doer, row: Row<'connections'>) {
    return presentConnection(row, who, await namesOf(who.scope, db, [row.modified_by]), services.secrets);
  }
}
