import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What is sent to this route is large, and may take as long as a request may at all. */
    takesLong?: boolean;
  }
}

/**
 * Cuts off requests whose body takes longer to arrive than so many milliseconds. Node.js itself knows one limit for all
 * requests, which files on a slow line need.
 */
export function cutOffSlowBodies(app: FastifyInstance, patience: number): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = raw.headers;
    if ((length === undefined && encoding === undefined) || routeOptions.config.takesLong) return;
    const timer = setTimeout(() => !raw.complete && raw.destroy(), patience);
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
  });
}
