import { createHash } from 'node:crypto';
import { fastifyMultipart } from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { fileRoutes } from '#api/files.ts';
import { fileKindOf } from '#contract/file-kinds.ts';
import { findFile, insertFile } from '#store/queries/files.ts';
import { findSession } from '#store/queries/sessions.ts';
import { RouteServer } from '../http/serve.ts';
import { refuse } from '../refusal.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { maySee } from '../sessions/policy.ts';
import { mediaTypeOf } from './media-type.ts';
import { MOST_BYTES, receiveFile } from './receive.ts';
import { Slots } from './slots.ts';
import { withoutMetadata } from './strip-metadata.ts';

/** Files that are on their way in at once: together they take ten times the largest in memory. */
const AT_ONCE = 10;

/** In a corner of its own, so that no other route takes forms. */
export function serveFiles(app: FastifyInstance, services: Services): void {
  void app.register(async (corner) => {
    await corner.register(fastifyMultipart);
    serveIn(new RouteServer(corner, services), services);
  });
}

function serveIn(server: RouteServer, { ids }: Services): void {
  const slots = new Slots(AT_ONCE);

  server.member(
    fileRoutes.upload,
    async ({ params, who, db, now, request }) => {
      const session = await findSession(who.scope, db, params.session);
      if (session?.user_id !== who.person.id) return refuse('not-found');
      if (session.status !== 'waiting') return refuse('command.refused', { beside: { reason: 'session.not-waiting' } });
      const received = await slots.within(() => receiveFile(request));
      if (!received) return refuse('request.too-many', { retryAfter: 2 });
      if (!received.ok) return received;
      const { name } = received.value;
      const type = await mediaTypeOf(received.value.bytes, name);
      if (type === undefined || !fileKindOf(type)) return refuse('file.kind');
      const bytes = withoutMetadata(received.value.bytes, type);
      const kept = await insertFile(who.scope, db, params.session, {
        id: ids.make('fil'),
        name,
        type,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes,
        uploaded_at: now,
        uploaded_by: who.person.id,
      });
      return kept ? answer(201, kept) : refuse('file.too-many');
    },
    { bodyLimit: MOST_BYTES, streams: true },
  );

  server.member(fileRoutes.read, async ({ params, who, db }) => {
    const session = await findSession(who.scope, db, params.session);
    if (!session || !(await maySee({ who, db }, session))) return refuse('not-found');
    const file = await findFile(who.scope, db, params.session, params.file);
    return file ? answer(200, '', { download: file }) : refuse('not-found');
  });
}
