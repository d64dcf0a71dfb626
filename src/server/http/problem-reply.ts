import type { FastifyReply } from 'fastify';
import { API_PREFIX } from '#api/address.ts';
import { ERRORS, type ProblemBody } from '#api/errors.ts';
import type { Refusal } from '../refusal.ts';

/** Where the table of errors is served. */
export const ERRORS_ADDRESS = `${API_PREFIX}/errors`;

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers with an error of the table (RFC 9457). */
export function replyProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, title, mend } = ERRORS[refusal.code];
  const body: ProblemBody = {
    type: `${ERRORS_ADDRESS}#${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail ?? mend,
    request: reply.request.id,
    ...(refusal.fields ? { fields: [...refusal.fields] } : {}),
  };
  if (refusal.retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(refusal.retryAfter)));
  return reply
    .code(status)
    .type(PROBLEM_TYPE)
    .serializer(JSON.stringify)
    .send({ ...body, ...refusal.beside });
}
