import type { EffectResult } from '#contract/effect.ts';
import { frameOf } from '#contract/element-path.ts';
import { ownVariables } from '#engine/state.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { findSession } from '#store/queries/sessions.ts';
import type { Row } from '#store/tables.ts';
import type { Services } from '../services.ts';
import type { Errand, Perform } from './outbox.ts';
import { performCall } from './perform-call.ts';
import { performMail } from './perform-mail.ts';
import { sampleAnswer } from './sample-answer.ts';

/** How each kind of request is performed. Demo sessions never reach the world outside. */
export function performing(services: Services): Perform {
  return async (errand) => {
    const { request, scope, taken } = errand;
    if (request.kind === 'client-event') return { status: 'done' };
    if (request.kind === 'wait') {
      // Its time has come; where the outside should have ended it, that did not happen.
      return request.event === undefined ? { status: 'done' } : { status: 'timed-out' };
    }
    const session = await findSession(scope, services.db, taken.session_id);
    // Erased meanwhile: nobody waits any more.
    if (!session) return { status: 'skipped' };
    return outside(services, errand, session);
  };
}

async function outside(
  services: Services,
  { scope, taken, request }: Errand,
  session: Row<'sessions'>,
): Promise<EffectResult> {
  const id = `${taken.session_id}-${taken.effect}`;
  const isLive = session.kind === 'live';
  switch (request.kind) {
    case 'call': {
      const held = services.secretMemory.of(scope.account, taken.session_id) ?? {};
      const secrets = ownVariables(held, frameOf(taken.element));
      const called = await performCall(services, { scope, side: isLive ? 'live' : 'test', request, id, secrets });
      const isAnswer = isLive || called.status !== 'failed' || called.code !== 'connection.not-set-up';
      return isAnswer ? called : ((await sampleAnswer(services, scope, session, taken)) ?? called);
    }
    case 'mail':
      return performMail(services, { scope, session, request, id, isLive });
    case 'wait':
    case 'client-event':
      return { status: 'done' };
    default:
      return assertNever(request);
  }
}
