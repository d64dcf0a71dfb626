import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemField } from '#api/errors.ts';
import { isOutOfReach } from '#store/out-of-reach.ts';
import type { Refusal } from '../refusal.ts';
import { replyProblem } from './problem-reply.ts';

/** What no handler answered: requests that are not right, addresses that do not exist, and bugs. */
export function answerTheUnexpected(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'server.failed') request.log.error({ err: error }, 'request failed');
    else if (refusal.code === 'server.unavailable') request.log.warn({ err: error }, 'database unavailable');
    return replyProblem(reply, refusal);
  });
  app.setNotFoundHandler((_request, reply) => replyProblem(reply, { code: 'not-found' }));
}

function refusalOf(error: FastifyError): Refusal {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields: ProblemField[] = error.validation.map((issue) => ({
      field: [error.validationContext ?? 'body', ...issue.instancePath.split('/').slice(1)].join('.'),
      code: issue.keyword,
      message: issue.message ?? '',
    }));
    return { code: 'request.invalid', fields };
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'request.too-large' };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'request.wrong-type' };
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return { code: 'request.not-json', detail: error.message };
    default:
      if (isOutOfReach(error)) return { code: 'server.unavailable', retryAfter: 2 };
      if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
        return { code: error.statusCode === 404 ? 'not-found' : 'request.invalid', detail: error.message };
      }
      return { code: 'server.failed' };
  }
}
