import type { FastifyInstance } from 'fastify';
import type { Db } from '#store/connect.ts';
import { isReachable } from '#store/reachable.ts';

/** A database that takes longer than this, in milliseconds, is no use to anybody who waits. */
const PATIENCE = 2_000;

/** For whoever starts and watches processes: `/livez` — it runs; `/readyz` — send it requests. */
export function answerHealth(app: FastifyInstance, db: Db): void {
  app.get('/livez', { schema: { hide: true }, logLevel: 'silent' }, async () => ({ alive: true }));
  app.get('/readyz', { schema: { hide: true }, logLevel: 'silent' }, async (_request, reply) => {
    const ready = await isReachable(db, PATIENCE);
    return ready ? { ready } : reply.code(503).send({ ready, because: 'database' });
  });
}
