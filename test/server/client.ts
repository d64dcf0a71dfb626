import * as z from 'zod';
import { addressOf } from '#api/address.ts';
import { problemBody } from '#api/errors.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '#api/route.ts';

/** What came back, whichever way it went. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Call<R extends Route> {
  readonly query?: QueryOf<R>;
  readonly body?: BodyOf<R>;
  readonly headers?: Record<string, string>;
}

/** An error of the API, for tests that expect none to see what it says. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: unknown;
  constructor(reply: Reply) {
    const problem = problemBody.safeParse(reply.body);
    const said = problem.success ? `${problem.data.code}: ${problem.data.detail}` : JSON.stringify(reply.body);
    super(`${reply.status} ${said} ${problem.success ? JSON.stringify(problem.data.fields ?? '') : ''}`);
    this.status = reply.status;
    this.code = problem.success ? problem.data.code : '';
    this.body = reply.body;
  }
}

/** Texts and forms go as they are, all else as JSON. */
function asSent(body: unknown): string | FormData {
  return typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
}

/** Speaks HTTP with the server as a browser or a program does, and keeps to the routes' schemas on both sides. */
export class Client {
  url: string;
  cookie: string | undefined;
  apiKey: string | undefined;

  constructor(url: string) {
    this.url = url;
  }

  /** Sends whatever it is given. */
  async send(method: string, address: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const response = await fetch(new URL(address, this.url), {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(this.apiKey === undefined ? {} : { authorization: `Bearer ${this.apiKey}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: asSent(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.startsWith('waymark=;') ? undefined : set.split(';')[0];
    const type = response.headers.get('content-type') ?? '';
    // A stream has no end: whoever asks this way wants to know whether it opens.
    if (type.startsWith('text/event-stream')) await response.body?.cancel();
    const text = type.startsWith('text/event-stream') ? '' : await response.text();
    const isJson = type.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  /** Calls a route and shows the answer, good or bad; either must look as the API says. */
  async ask<R extends Route>(route: R, params: ParamsOf<R>, call: Call<R> = {}): Promise<Reply> {
    const reply = await this.send(route.method, addressOf(route, params, call.query), call.body, call.headers);
    const schema = route.answers[reply.status];
    if (schema === undefined) problemBody.parse(reply.body);
    else if (!(schema instanceof z.ZodUndefined || schema instanceof z.ZodString)) schema.parse(reply.body);
    return reply;
  }

  /** Calls a route that must go well. */
  async call<R extends Route>(route: R, params: ParamsOf<R>, call: Call<R> = {}): Promise<AnswerOf<R>> {
    const reply = await this.ask(route, params, call);
    if (route.answers[reply.status] === undefined) throw new ApiProblem(reply);
    return reply.body as AnswerOf<R>;
  }

  /** Calls a route that must be refused; the code of the refusal. */
  async refused<R extends Route>(route: R, params: ParamsOf<R>, call: Call<R> = {}): Promise<string> {
    const reply = await this.ask(route, params, call);
    if (route.answers[reply.status] !== undefined) throw new Error(`It was not refused: ${JSON.stringify(reply.body)}`);
    return problemBody.parse(reply.body).code;
  }
}
