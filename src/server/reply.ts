import { ok } from '#prelude/result.ts';

/** All went well: the status and the body that the route declares for it. */
export function answer<Status extends number, Body>(
  status: Status,
  body: Body,
  more: { readonly tag?: string; readonly type?: string } = {},
) {
  return ok({ status, body, ...more });
}

/** All went well and there is nothing to show. */
export function done() {
  return ok({ status: 204, body: undefined } as const);
}
