import type { CommandId } from '#prelude/ids.ts';
import type { Clock } from '#prelude/ports.ts';
import { ok } from '#prelude/result.ts';
import type { SessionChanges } from '../live/session-changes.ts';
import type { SessionArrivals } from '../sessions/arrivals.ts';
import { type Running, runStep } from '../sessions/run-step.ts';
import { SERVER_ACTOR } from '../sessions/steps.ts';
import type { Deliver } from './outbox.ts';

interface Delivering extends Running {
  readonly clock: Clock;
  readonly sessionChanges: SessionChanges;
  readonly arrivals: SessionArrivals;
}

/**
 * Gives a result back to its session as a command whose id is made of the request's, so that a result that comes twice is
 * applied once. A session that has moved on refuses it, and that is all right.
 */
export function delivery(delivering: Delivering): Deliver {
  return async ({ scope, taken }, result) => {
    const { session_id: session, effect } = taken;
    const order = {
      session,
      id: `${session}-${effect}` as CommandId,
      command: { kind: 'effect-result', effect, result } as const,
      actor: SERVER_ACTOR,
      now: () => delivering.clock.now(),
    };
    const outcome = await runStep<never>(delivering, scope, order, () => ok({}));
    if (outcome.kind !== 'written') return;
    delivering.arrivals.tell(scope.account, session);
    delivering.sessionChanges.note(scope, outcome.head);
  };
}
