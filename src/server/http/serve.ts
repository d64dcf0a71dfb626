import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import * as z from 'zod';
import { API_PREFIX } from '#api/address.ts';
import type { Permission } from '#api/permissions.ts';
import { PERMISSIONS } from '#api/permissions.ts';
import type { AnswerSchemas, Route } from '#api/route.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import type { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { findMember, findSignedIn } from '../sign-in/authenticate.ts';
import { allows, type Member, type SignedIn } from '../who.ts';
import { isCrossSite } from './cross-site.ts';
import { onceOnly } from './idempotency.ts';
import { replyProblem } from './problem-reply.ts';
import { type Download, sendFile } from './send-file.ts';
import { inTransaction } from './transaction.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; found before the body is read. */
    asker: { readonly value: unknown } | undefined;
  }
}

/** What a handler is asked: checked, typed, and with the database to do it in (for a write: its transaction). */
export interface Asked<R extends Route> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
  readonly db: Db;
  readonly now: Instant;
  readonly ifMatch: string | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export type AskedBy<R extends Route, Who> = Asked<R> & { readonly who: Who };

/** One of the answers that the route declares. */
export type Answer<R extends Route> = {
  [Status in keyof R['answers'] & number]: Told<R['answers'], Status>;
}[keyof R['answers'] & number];

interface Told<Answers extends AnswerSchemas, Status extends keyof Answers & number> {
  readonly status: Status;
  readonly body: z.input<Answers[Status]>;
  readonly tag?: string;
  /** The body is text that is sent as it is, with this content type. */
  readonly type?: string;
  /** The address holds a hash of what is answered: whoever asked may keep it for good. */
  readonly forGood?: true;
  /** A file is sent in place of the body. */
  readonly download?: Download;
}

export type Handler<R extends Route, Who> = (asked: AskedBy<R, Who>) => Promise<Result<Answer<R>, Refusal>>;

/** Bytes of a body where the route does not say. */
const BODY_LIMIT = 1_000_000;

export interface ServeOptions {
  readonly bodyLimit?: number;
  /** The answer is made by code of ours that the types check, and often: it is not checked once more on its way out. */
  readonly trusted?: boolean;
  /** It waits for somebody else's server: no transaction is held open meanwhile, the handler makes its own. */
  readonly waitsOutside?: boolean;
  /** The handler reads the body as it comes: no transaction is open meanwhile, it makes its own. */
  readonly streams?: boolean;
}

/** Serves routes: each goes limit, authenticate, authorize, validate, command, present. */
export class RouteServer {
  readonly #app: FastifyInstance;
  readonly #services: Services;
  readonly #publicOrigin: string | undefined;

  constructor(app: FastifyInstance, services: Services) {
    this.#app = app;
    this.#services = services;
    const { publicUrl } = services.config;
    this.#publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
    if (!app.hasRequestDecorator('asker')) app.decorateRequest('asker', undefined);
  }

  /** For anybody. */
  open<R extends Route>(route: R, handler: Handler<R, undefined>, options: ServeOptions = {}): void {
    invariant(route.access === 'anybody', `${route.path} is not open`);
    this.#serve(route, options, async () => ({ ok: true, value: undefined }), handler);
  }

  /** For whoever signed in with the cookie. */
  signedIn<R extends Route>(route: R, handler: Handler<R, SignedIn>, options: ServeOptions = {}): void {
    invariant(route.access === 'signed-in' || route.access === 'system', `${route.path} is within an account`);
    const authenticate = async (request: FastifyRequest): Promise<Result<SignedIn, Refusal>> => {
      const { db, clock } = this.#services;
      const user = await findSignedIn(request, db, clock.now());
      if (!user) return { ok: false, error: { code: 'sign-in.needed' } };
      if (route.access === 'system' && !user.system) return { ok: false, error: { code: 'permission.missing' } };
      return { ok: true, value: user };
    };
    this.#serve(route, options, authenticate, handler);
  }

  /** For members of the account in the address whose roles give the route's permission. */
  member<R extends Route>(route: R, handler: Handler<R, Member>, options: ServeOptions = {}): void {
    const permission = permissionOf(route);
    const authenticate = async (request: FastifyRequest): Promise<Result<Member, Refusal>> => {
      const { account } = request.params as { account: string };
      const member = await findMember(request, account, this.#services);
      if (member === 'nobody') return { ok: false, error: { code: 'sign-in.needed' } };
      if (member === 'elsewhere') return { ok: false, error: { code: 'not-found' } };
      if (!allows(member, permission)) return { ok: false, error: { code: 'permission.missing' } };
      return { ok: true, value: member };
    };
    this.#serve(route, options, authenticate, handler);
  }

  #serve<R extends Route, Who>(
    route: R,
    options: ServeOptions,
    authenticate: (request: FastifyRequest) => Promise<Result<Who, Refusal>>,
    handler: Handler<R, Who>,
  ): void {
    const { db, clock } = this.#services;
    const hasBody = !(route.body instanceof z.ZodUndefined);
    this.#app.route({
      method: route.method satisfies HTTPMethods,
      url: `${API_PREFIX}${route.path}`,
      bodyLimit: options.bodyLimit ?? BODY_LIMIT,
      config: { takesLong: options.streams === true },
      schema: {
        summary: route.says,
        tags: [route.path.split('/')[3]?.replace(/^:.*/, 'accounts') ?? 'accounts'],
        params: route.params,
        querystring: route.query,
        ...(hasBody ? { body: route.body } : {}),
        response: Object.fromEntries(Object.entries(route.answers).filter(([, of]) => !(of instanceof z.ZodUndefined))),
      },
      // Before a body is read: strangers cost nothing.
      onRequest: async (request, reply) => {
        if (isCrossSite(request, this.#publicOrigin)) return replyProblem(reply, { code: 'request.cross-site' });
        const asker = await authenticate(request);
        if (!asker.ok) return replyProblem(reply, asker.error);
        request.asker = asker;
        return undefined;
      },
      handler: async (request, reply) => {
        const { asker } = request;
        invariant(asker, 'the asker was found before the handler');
        const { value: who } = asker;
        const ask = (within: Db) =>
          handler({
            params: request.params,
            query: request.query,
            body: request.body,
            db: within,
            now: clock.now(),
            ifMatch: request.headers['if-match'],
            request,
            reply,
            who,
          } as AskedBy<R, Who>);
        const told =
          route.method === 'GET' ||
          route.repeat === 'own-id' ||
          options.waitsOutside ||
          options.streams ||
          !isMember(who)
            ? await ask(db)
            : await inTransaction(db, (within) =>
                onceOnly(within, who, keyOf(route, request), clock.now(), () => ask(within)),
              );
        if (reply.sent || reply.raw.headersSent) return reply;
        return told.ok ? present(reply, told.value, options) : replyProblem(reply, told.error);
      },
    });
  }
}

function permissionOf(route: Route): Permission {
  const { access } = route;
  invariant(access in PERMISSIONS, `${route.path} is not within an account`);
  return access as Permission;
}

function isMember(who: unknown): who is Member {
  return typeof who === 'object' && who !== null && 'scope' in who;
}

/** The header that marks a repeated request, with what the request was, where the route keeps its answer. */
function keyOf(route: Route, request: FastifyRequest) {
  const key = request.headers['idempotency-key'];
  if (route.repeat !== 'key' || typeof key !== 'string' || key === '') return undefined;
  const of = JSON.stringify([request.params, request.body ?? null]);
  return {
    key: key.slice(0, 200),
    route: `${route.method} ${route.path}`,
    hash: createHash('sha256').update(of).digest('hex'),
  };
}

/** A year, kept by the browser of whoever asked and by nothing on the way. */
const FOR_GOOD = 'private, max-age=31536000, immutable';

function present<R extends Route>(reply: FastifyReply, answer: Answer<R>, options: ServeOptions): FastifyReply {
  const { status, body, tag, type, forGood, download } = answer;
  if (download) return sendFile(reply.code(status), download);
  if (tag !== undefined) void reply.header('etag', tag);
  void reply.header('cache-control', forGood ? FOR_GOOD : 'no-store').code(status);
  if (body === undefined) return reply.send();
  if (type !== undefined) return reply.type(type).serializer(String).send(body);
  if (options.trusted) void reply.serializer(JSON.stringify);
  return reply.header('content-type', 'application/json; charset=utf-8').send(body);
}
