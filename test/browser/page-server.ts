// Its types add `hide` to what a route of the server says.
import type {} from '@fastify/swagger';
import { type FastifyInstance, fastify } from 'fastify';
import { sendSecurityHeaders } from '#server/http/security-headers.ts';
import { serveWebBuild } from '#server/http/web-build.ts';

/** A server of a built folder that answers as the product does, with its headers. Whoever made it lets it listen and closes it. */
export async function pageServer(folder: string): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true });
  sendSecurityHeaders(app, { https: false });
  await serveWebBuild(app, folder);
  return app;
}
