import { ok } from '#prelude/result.ts';
import type { Download } from './http/send-file.ts';

/** All went well: the status and the body that the route declares for it. */
export function answer<Status extends number, Body>(
  status: Status,
  body: Body,
  more: {
    readonly tag?: string;
    readonly type?: string;
    readonly forGood?: true;
    readonly download?: Download;
  } = {},
) {
  return ok({ status, body, ...more });
}

/** All went well and there is nothing to show. */
export function done() {
  return ok({ status: 204, body: undefined } as const);
}
