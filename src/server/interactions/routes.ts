import * as z from 'zod';
import { interactionRoutes } from '#api/interactions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Result } from '#prelude/result.ts';
import { listInteractions } from '#store/queries/interaction-list.ts';
import { countOpenSessions } from '#store/queries/session-counts.ts';
import { listVersions } from '#store/queries/versions.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { RouteServer } from '../http/serve.ts';
import { PAGE, pageFrom } from '../listing.ts';
import type { Doer } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { answer } from '../reply.ts';
import { bringBack, changeInteraction, deleteInteraction, TRASH_KEEPS } from './commands.ts';
import { listedInteraction, presentInteraction, presentInteractions, tagOfInteraction } from './present.ts';

const place = z.tuple([z.number(), z.string()]);

export function serveInteractions(server: RouteServer): void {
  server.member(interactionRoutes.list, async ({ query, ...doer }) => {
    const { cursor, limit = PAGE, status, folder, text, trash } = query;
    const filter = {
      ...(status === undefined ? {} : { status }),
      ...(folder === undefined ? {} : { folder }),
      ...(text === undefined ? {} : { text }),
      deleted: trash === true,
    };
    const at = readCursor(cursor, place);
    const after = at && { modified_at: at[0], id: at[1] as InteractionId };
    const rows = await listInteractions(doer.who.scope, doer.db, filter, limit + 1, after);
    const page = pageFrom(rows, limit, ({ modified_at, id }) => writeCursor([modified_at, id]));
    return answer(200, { ...page, items: await presentInteractions(doer, page.items) });
  });

  server.member(interactionRoutes.read, async ({ params, ...doer }) => shown(doer, params.interaction));

  server.member(interactionRoutes.change, async ({ params, body, ifMatch, ...doer }) => {
    const changed = await changeInteraction(doer, params.interaction, body, ifMatch);
    return changed.ok ? shown(doer, params.interaction) : changed;
  });

  server.member(interactionRoutes.deletion, async ({ params, who, db, now }) => {
    const row = await listedInteraction({ who, db }, params.interaction);
    if (!row) return refuse('not-found');
    const versions = await listVersions(who.scope, db, row.id);
    return answer(200, {
      versions: versions.filter(({ deleted_at }) => deleted_at === null).length,
      ...(await countOpenSessions(who.scope, db, row.id)),
      openChangeRequests: row.open_change_requests,
      keptUntil: (row.deleted_at ?? now) + TRASH_KEEPS,
    });
  });

  server.member(interactionRoutes.delete, async ({ params, ...doer }) => {
    const deleted = await deleteInteraction(doer, params.interaction);
    return deleted.ok ? shown(doer, params.interaction) : deleted;
  });

  server.member(interactionRoutes.restore, async ({ params, ...doer }) => {
    const restored = await bringBack(doer, params.interaction);
    return restored.ok ? shown(doer, params.interaction) : restored;
  });
}

async function shown(doer: Doer, id: InteractionId): Promise<Result<Shown, Refusal>> {
  const row = await presentInteraction(doer, id);
  return row ? answer(200, row, { tag: tagOfInteraction(row) }) : refuse('not-found');
}

interface Shown {
  readonly status: 200;
  readonly body: NonNullable<Awaited<ReturnType<typeof presentInteraction>>>;
  readonly tag?: string;
}
