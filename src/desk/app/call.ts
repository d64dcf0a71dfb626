import * as z from 'zod';
import { addressOf } from '#api/address.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '#api/route.ts';
import { createApiClient, orThrow } from '#ui/http/api-client.ts';

const listeners = new Set<() => void>();

const client = createApiClient({
  baseUrl: '',
  fetch: (input, init) => fetch(input, init),
  newKey: () => crypto.randomUUID(),
  onSignedOut: tellSignedOut,
});

export interface CallOptions<R extends Route> {
  readonly query?: QueryOf<R> | undefined;
  readonly body?: BodyOf<R> | undefined;
  /** Give the same key to each try of one act, and it is done once. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Calls a route of the API. Throws an `ApiFailure` with the server's code where it refuses. */
export async function call<R extends Route>(
  route: R,
  params: ParamsOf<R>,
  { query, body, key, signal }: CallOptions<R> = {},
): Promise<AnswerOf<R>> {
  const address = addressOf(route, params, query);
  const request = { response: z.union(Object.values(route.answers)), signal };
  const result =
    route.method === 'GET'
      ? await client.read(address, request)
      : await client.write(route.method, address, { ...request, body, idempotencyKey: key });
  return orThrow(result) as AnswerOf<R>;
}

/** Says that an answer asked to sign in again: the gate asks for it over whatever is open. */
export function tellSignedOut(): void {
  for (const listener of listeners) listener();
}

/** Calls back whenever an answer asks to sign in; returns what ends it. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
