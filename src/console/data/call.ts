import * as z from 'zod';
import { addressOf } from '#api/address.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '#api/route.ts';
import { failureIn, unreachable } from './failure.ts';

export interface CallOptions<R extends Route> {
  readonly query?: QueryOf<R> | undefined;
  readonly body?: BodyOf<R> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Calls a route of the API. Throws a `Failure` with the server's code where it refuses. */
export async function call<R extends Route>(
  route: R,
  params: ParamsOf<R>,
  { query, body, signal }: CallOptions<R> = {},
): Promise<AnswerOf<R>> {
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (route.repeat === 'key') headers.set('idempotency-key', crypto.randomUUID());
  const response = await fetch(addressOf(route, params, query), {
    method: route.method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw unreachable();
  });
  if (!response.ok) throw await failureIn(response);
  const schema = route.answers[response.status];
  if (schema === undefined) throw await failureIn(response);
  return schema.parse(await contentOf(response, schema)) as AnswerOf<R>;
}

function contentOf(response: Response, schema: z.ZodType): Promise<unknown> {
  if (response.status === 204) return Promise.resolve(undefined);
  return schema instanceof z.ZodString ? response.text() : response.json();
}
