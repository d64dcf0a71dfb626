import type * as z from 'zod';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type ApiError, ApiFailure } from './api-error.ts';
import { readProblem } from './problem.ts';

export interface ApiClientOptions {
  /** Where all paths begin: "/api/v1". */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** A new key for a write that has none of its own. */
  readonly newKey: () => string;
  /** Told of each answer that asks to sign in (again). */
  readonly onSignedOut?: (() => void) | undefined;
}

/** What came back, and the tag that a later write sends as `ifMatch`. */
export interface Answer<T> {
  readonly value: T;
  readonly etag: string | null;
}

export interface ReadRequest<Schema extends z.ZodType> {
  readonly response: Schema;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface WriteRequest<Schema extends z.ZodType> extends ReadRequest<Schema> {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The tag of what was read: the write is refused where somebody was faster. */
  readonly ifMatch?: string | undefined;
  /** Give the same key to each retry of one act, and it is done once. */
  readonly idempotencyKey?: string | undefined;
}

export type WriteMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Speaks with the server of Waymark. Expected failures are values; an aborted request throws, as fetch does. */
export interface ApiClient {
  read<S extends z.ZodType>(path: string, request: ReadRequest<S>): Promise<Result<Answer<z.output<S>>, ApiError>>;
  write<S extends z.ZodType>(
    method: WriteMethod,
    path: string,
    request: WriteRequest<S>,
  ): Promise<Result<Answer<z.output<S>>, ApiError>>;
}

export function createApiClient(options: ApiClientOptions): ApiClient {
  async function send<S extends z.ZodType>(method: 'GET' | WriteMethod, path: string, request: WriteRequest<S>) {
    const headers = new Headers({ accept: 'application/json, application/problem+json' });
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    if (method !== 'GET') headers.set('idempotency-key', request.idempotencyKey ?? options.newKey());
    if (request.ifMatch !== undefined) headers.set('if-match', request.ifMatch);

    let response: Response;
    try {
      response = await options.fetch(options.baseUrl + path + queryText(request.query), {
        method,
        headers,
        credentials: 'same-origin',
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(request.signal === undefined ? {} : { signal: request.signal }),
      });
    } catch (cause) {
      if (request.signal?.aborted) throw cause;
      return fail(UNREACHABLE);
    }
    if (!response.ok) {
      if (response.status === 401) options.onSignedOut?.();
      return fail(await readProblem(response));
    }
    return readAnswer(response, request.response);
  }

  return {
    read: (path, request) => send('GET', path, request),
    write: (method, path, request) => send(method, path, request),
  };
}

/** The value, or a thrown {@link ApiFailure}: for query functions, which tell failure by throwing. */
export function orThrow<T>(result: Result<Answer<T>, ApiError>): T {
  if (result.ok) return result.value.value;
  throw new ApiFailure(result.error);
}

async function readAnswer<S extends z.ZodType>(
  response: Response,
  schema: S,
): Promise<Result<Answer<z.output<S>>, ApiError>> {
  const body = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (!parsed.success) return fail({ ...UNEXPECTED, status: response.status, detail: parsed.error.message, body });
  return ok({ value: parsed.data, etag: response.headers.get('etag') });
}

function queryText(query: ReadRequest<z.ZodType>['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

const UNREACHABLE: ApiError = {
  code: 'network.unreachable',
  status: 0,
  title: 'The server cannot be reached.',
  detail: 'Check the connection, then try again. What you entered is kept.',
  fields: [],
};

const UNEXPECTED = {
  code: 'response.unexpected',
  title: 'The server sent something this page does not understand.',
  fields: [],
} satisfies Omit<ApiError, 'status'>;
