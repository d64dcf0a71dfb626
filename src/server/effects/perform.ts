import { assertNever } from '#prelude/assert-never.ts';
import type { Perform } from './outbox.ts';

/** How each kind of request is performed. */
export function performing(_services: object): Perform {
  return async ({ request }) => {
    switch (request.kind) {
      case 'wait':
        // Its time has come; where the outside should have ended it, that did not happen.
        return request.event === undefined ? { status: 'done' } : { status: 'timed-out' };
      case 'call':
      case 'mail':
        return { status: 'failed', code: 'effect.not-performed', message: 'This server performs no such requests' };
      case 'client-event':
        return { status: 'done' };
      default:
        return assertNever(request);
    }
  };
}
