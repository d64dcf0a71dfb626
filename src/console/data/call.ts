import * as z from 'zod';
import { addressOf } from '#api/address.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '#api/route.ts';
import { createApiClient, orThrow } from '#ui/http/api-client.ts';

const client = createApiClient({
  baseUrl: '',
  fetch: (input, init) => fetch(input, init),
  newKey: () => crypto.randomUUID(),
});

export interface CallOptions<R extends Route> {
  readonly query?: QueryOf<R> | undefined;
  readonly body?: BodyOf<R> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The tag of what was read: the write is refused where somebody was faster. */
  readonly ifMatch?: string | undefined;
}

/** What was read, with the tag that a later write sends as `ifMatch`. */
export interface Tagged<T> {
  readonly value: T;
  readonly tag: string | undefined;
}

/** Calls a route of the API. Throws an `ApiFailure` with the server's code where it refuses. */
export async function call<R extends Route>(
  route: R,
  params: ParamsOf<R>,
  options: CallOptions<R> = {},
): Promise<AnswerOf<R>> {
  return (await callTagged(route, params, options)).value;
}

/** The same, with the tag of what came back. */
export async function callTagged<R extends Route>(
  route: R,
  params: ParamsOf<R>,
  { query, body, ifMatch, signal }: CallOptions<R> = {},
): Promise<Tagged<AnswerOf<R>>> {
  const address = addressOf(route, params, query);
  const request = { response: answerOf(route), signal };
  const result =
    route.method === 'GET'
      ? await client.read(address, request)
      : await client.write(route.method, address, { ...request, body, ifMatch });
  const value = orThrow(result) as AnswerOf<R>;
  return { value, tag: (result.ok && result.value.etag) || undefined };
}

function answerOf(route: Route): z.ZodType {
  const [first, ...others] = Object.values(route.answers);
  return first && others.length === 0 ? first : z.union(Object.values(route.answers));
}

/** Reads a route whose answer is the text of a JSON file. */
export async function callForJson<R extends Route>(route: R, params: ParamsOf<R>, signal: AbortSignal) {
  return orThrow(await client.read(addressOf(route, params), { response: z.json(), signal }));
}
