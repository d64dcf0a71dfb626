import { commentRoutes } from '#api/comments.ts';
import type { CommentId } from '#api/identifier.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { findComment, insertComment, listComments, resolveComment } from '#store/queries/comments.ts';
import { findInteraction } from '#store/queries/interactions.ts';
import { findSession } from '#store/queries/sessions.ts';
import { findVersion } from '#store/queries/versions.ts';
import { announce } from '../announce.ts';
import type { RouteServer } from '../http/serve.ts';
import { pageOf } from '../listing.ts';
import type { Doer } from '../record.ts';
import { refuse } from '../refusal.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { presentThread, presentThreads } from './present.ts';

export function serveComments(server: RouteServer, { ids }: Services): void {
  server.member(commentRoutes.list, async ({ params, query, ...doer }) => {
    const { who, db } = doer;
    if (!(await findInteraction(who.scope, db, params.interaction))) return refuse('not-found');
    const threads = await presentThreads(doer, await listComments(who.scope, db, params.interaction));
    const wanted = threads.filter(
      ({ element, resolved }) =>
        (query.element === undefined || element === query.element) &&
        (query.open === undefined || resolved !== query.open),
    );
    return answer(
      200,
      pageOf(wanted.toReversed(), query, ({ id }) => id),
    );
  });

  server.member(commentRoutes.add, async ({ params, body, ...doer }) => {
    const { who, db, now } = doer;
    const { interaction } = params;
    if (!(await findInteraction(who.scope, db, interaction))) return refuse('not-found');
    const { element = null, version = null, session = null, text } = body;
    if (version !== null && !(await findVersion(who.scope, db, interaction, version))) return refuse('not-found');
    if (session !== null && !(await findSession(who.scope, db, session))) return refuse('not-found');
    const id = ids.make('com') as CommentId;
    const row = { id, interaction_id: interaction, parent_id: null, element, version_number: version };
    await insertComment(who.scope, db, { ...row, session_id: session, text }, { by: who.person.id, at: now });
    return shown(doer, interaction, id, 201);
  });

  server.member(commentRoutes.change, async ({ params, body, ...doer }) => {
    const { who, db, now } = doer;
    const row = await findComment(who.scope, db, params.comment);
    if (!row || row.interaction_id !== params.interaction || row.parent_id !== null) return refuse('not-found');
    await resolveComment(who.scope, db, row.id, body.resolved ? { by: who.person.id, at: now } : null);
    return shown(doer, params.interaction, params.comment, 200);
  });

  server.member(commentRoutes.reply, async ({ params, body, ...doer }) => {
    const { who, db, now } = doer;
    const row = await findComment(who.scope, db, params.comment);
    if (!row || row.interaction_id !== params.interaction || row.parent_id !== null) return refuse('not-found');
    const { interaction_id, element, version_number } = row;
    const reply = { id: ids.make('com'), interaction_id, parent_id: row.id, element, version_number, session_id: null };
    await insertComment(who.scope, db, { ...reply, text: body.text }, { by: who.person.id, at: now });
    return shown(doer, params.interaction, params.comment, 201);
  });
}

async function shown<Status extends 200 | 201>(doer: Doer, interaction: InteractionId, id: CommentId, status: Status) {
  await announce(doer.who.scope, doer.db, { kind: 'comments.changed', interaction });
  const thread = await presentThread(doer, interaction, id);
  return thread ? answer(status, thread) : refuse('not-found');
}
