import { fastifySwagger } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { API_PREFIX } from '#api/address.ts';
import { ERRORS } from '#api/errors.ts';
import { ERRORS_ADDRESS } from './problem-reply.ts';

const ZOD_TO_JSON = { unrepresentable: 'any' } as const;

/** Gathers every route that is registered after it into the OpenAPI document. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Waymark',
        description: 'Guided customer-service interactions: design, approve, run, measure.',
        version: '1',
      },
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'waymark' },
          key: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ cookie: [] }, { key: [] }],
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: ZOD_TO_JSON }),
    transformObject: createJsonSchemaTransformObject({ zodToJsonConfig: ZOD_TO_JSON }),
  });
}

/** Serves the table of errors, to which every problem's `type` leads. */
export function serveErrors(app: FastifyInstance): void {
  app.get(ERRORS_ADDRESS, { schema: { hide: true } }, async () => ERRORS);
}

/** Serves the document; made once, when all routes are there. */
export function serveOpenApi(app: FastifyInstance): void {
  let document: string | undefined;
  app.get(`${API_PREFIX}/openapi.json`, { schema: { hide: true } }, async (_request, reply) => {
    document ??= JSON.stringify(app.swagger());
    return reply.type('application/json; charset=utf-8').serializer(String).send(document);
  });
}
