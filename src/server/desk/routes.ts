import { deskRoutes } from '#api/desk.ts';
import { listLiveInteractions } from '#store/queries/desk.ts';
import type { RouteServer } from '../http/serve.ts';
import { pageOf } from '../listing.ts';
import { answer } from '../reply.ts';
import { receiversFor } from './receivers.ts';

export function serveDesk(server: RouteServer): void {
  server.member(deskRoutes.interactions, async ({ db, who, query }) => {
    const rows = await listLiveInteractions(who.scope, db, who.person.id, query.text);
    const { items, ...next } = pageOf(rows, query, ({ id }) => id);
    return answer(200, {
      items: items.map((row) => ({
        id: row.id,
        name: row.name,
        description: row.description,
        folder: row.folder_id === null ? null : { id: row.folder_id, name: row.folder_name ?? '' },
        version: row.version,
        liveSince: row.live_since,
        languages: row.languages,
        lastRunAt: row.last_run_at,
      })),
      ...next,
    });
  });

  server.member(deskRoutes.receivers, async ({ db, who }) => answer(200, { items: await receiversFor({ who, db }) }));
}
