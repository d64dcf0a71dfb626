import type { FastifyInstance } from 'fastify';
import { readSafeJson } from './safe-json.ts';

/** Refused before anything is built from it. Fastify knows the code. */
class NotJson extends Error {
  readonly code = 'FST_ERR_CTP_INVALID_JSON_BODY';
  readonly statusCode = 400;
}

/** The one parser of bodies: JSON only, and only what is safe to go on with. An empty body is none. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, undefined);
    const read = readSafeJson(String(body));
    return read.ok ? done(null, read.value) : done(new NotJson(read.error), undefined);
  });
}
