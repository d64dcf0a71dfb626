import * as z from 'zod';
import type { Permission } from './permissions.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Who may call: anybody, whoever has signed in, those who look after the whole server, or the roles with a permission. */
export type Access = 'anybody' | 'signed-in' | 'system' | Permission;

/**
 * How a repeated write is recognised: by its `Idempotency-Key` header, by an id in its body, or not at all because
 * doing it twice is the same as once.
 */
export type Repeat = 'key' | 'own-id' | 'harmless';

/** One route of the API: all that server, clients and the OpenAPI document need to know of it. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answers extends AnswerSchemas = AnswerSchemas,
> {
  readonly method: Method;
  /** Below `/api/v1`, with `:names` for {@link params}. */
  readonly path: string;
  /** One sentence for the reference. */
  readonly says: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** What is answered when all went well, by status; problems look the same everywhere. */
  readonly answers: Answers;
  /** Of writes only. */
  readonly repeat: Repeat;
  /** The object has an ETag; a write with `If-Match` is refused when somebody else was faster. */
  readonly tagged: boolean;
}

export type AnswerSchemas = { readonly [status: number]: z.ZodType };

type Nothing = z.ZodUndefined;
type NoKeys = z.ZodObject<Record<never, never>, z.core.$strict>;

interface RouteWords<Params, Query, Body, Answers> {
  readonly method: Method;
  readonly path: string;
  readonly says: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answers: Answers;
  readonly repeat?: Repeat;
  readonly tagged?: boolean;
}

/** Declares a route; what is left out is empty. */
export function route<
  Answers extends AnswerSchemas,
  Params extends z.ZodType = NoKeys,
  Query extends z.ZodType = NoKeys,
  Body extends z.ZodType = Nothing,
>(words: RouteWords<Params, Query, Body, Answers>): Route<Params, Query, Body, Answers> {
  return {
    method: words.method,
    path: words.path,
    says: words.says,
    access: words.access,
    params: words.params ?? (z.strictObject({}) as unknown as Params),
    query: words.query ?? (z.strictObject({}) as unknown as Query),
    body: words.body ?? (z.undefined() as unknown as Body),
    answers: words.answers,
    repeat: words.repeat ?? (words.method === 'POST' ? 'key' : 'harmless'),
    tagged: words.tagged ?? false,
  };
}

/** What a caller gives for the `:names` of the path. */
export type ParamsOf<R extends Route> = z.input<R['params']>;
export type QueryOf<R extends Route> = z.input<R['query']>;
export type BodyOf<R extends Route> = z.input<R['body']>;
/** What a caller gets when all went well. */
export type AnswerOf<R extends Route> = z.output<R['answers'][keyof R['answers'] & number]>;

/** The answer of a write that has nothing to show: 204. */
export const nothing = z.undefined();
