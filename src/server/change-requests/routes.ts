import { type ChangeRequest, changeRequestRoutes } from '#api/change-requests.ts';
import { findChangeRequest, listChangeRequests } from '#store/queries/change-requests.ts';
import type { Row } from '#store/tables.ts';
import type { RouteServer } from '../http/serve.ts';
import { pageOf } from '../listing.ts';
import type { Doer } from '../record.ts';
import { refuse } from '../refusal.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { changeRequest, openRequest } from './commands.ts';
import { presentRequests } from './present.ts';
import { IN_STORE } from './status.ts';

export function serveChangeRequests(server: RouteServer, { ids }: Services): void {
  server.member(changeRequestRoutes.list, async ({ query, ...doer }) => {
    const { interaction, status, owner } = query;
    const rows = await listChangeRequests(doer.who.scope, doer.db, {
      ...(interaction === undefined ? {} : { interaction }),
      ...(status === undefined ? {} : { status: status.map((word) => IN_STORE[word]) }),
      ...(owner === undefined ? {} : { owner }),
    });
    const { items, ...next } = pageOf(rows, query, ({ id }) => id);
    return answer(200, { items: await presentRequests(doer, items), ...next });
  });

  server.member(changeRequestRoutes.create, async ({ body, ...doer }) => {
    const opened = await openRequest(doer, ids, body);
    if (!opened.ok) return opened;
    const made = await one(doer, opened.value);
    return made ? answer(201, made) : refuse('not-found');
  });

  server.member(changeRequestRoutes.change, async ({ params, body, ...doer }) => {
    const changed = await changeRequest(doer, params.request, body);
    if (!changed.ok) return changed;
    const after = await one(doer, params.request);
    return after ? answer(200, after) : refuse('not-found');
  });
}

async function one(doer: Doer, id: Row<'change_requests'>['id']): Promise<ChangeRequest | undefined> {
  const row = await findChangeRequest(doer.who.scope, doer.db, id);
  const [presented] = await presentRequests(doer, row ? [row] : []);
  return presented;
}
