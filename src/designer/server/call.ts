import * as z from 'zod';
import { addressOf } from '#api/address.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '#api/route.ts';
import type { Result } from '#prelude/result.ts';
import { createApiClient } from '#ui/http/api-client.ts';
import type { ApiError } from '#ui/http/api-error.ts';

const client = createApiClient({
  baseUrl: '',
  fetch: (input, init) => fetch(input, init),
  newKey: () => crypto.randomUUID(),
});

export interface CallOptions<R extends Route> {
  readonly query?: QueryOf<R> | undefined;
  readonly body?: BodyOf<R> | undefined;
  /** The same key for each retry of one act. */
  readonly key?: string | undefined;
}

/** Calls a route of the server. What it refuses, and that it cannot be reached, are values. */
export async function call<R extends Route>(
  route: R,
  params: ParamsOf<R>,
  { query, body, key }: CallOptions<R> = {},
): Promise<Result<AnswerOf<R>, ApiError>> {
  const address = addressOf(route, params, query);
  const schemas = Object.values(route.answers);
  const response = schemas.length === 1 && schemas[0] ? schemas[0] : z.union(schemas);
  const result =
    route.method === 'GET'
      ? await client.read(address, { response })
      : await client.write(route.method, address, { response, body, idempotencyKey: key });
  return result.ok ? { ok: true, value: result.value.value as AnswerOf<R> } : result;
}
