import type { CommandId, SessionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { ok, type Result } from '#prelude/result.ts';
import { findAwaitedEvent, finishEffect } from '#store/queries/effects.ts';
import type { SessionChanges } from '../live/session-changes.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Member } from '../who.ts';
import type { SessionArrivals } from './arrivals.ts';
import { type Running, runStep } from './run-step.ts';

interface Telling extends Running {
  readonly who: Member;
  readonly now: () => number;
  readonly arrivals: SessionArrivals;
  readonly sessionChanges: SessionChanges;
}

/** Ends the wait of a session for something outside: the oldest that has this name. */
export async function tellSession(
  telling: Telling,
  session: SessionId,
  event: { readonly name: string; readonly payload?: Json | undefined },
): Promise<Result<undefined, Refusal>> {
  const { who, now, db } = telling;
  const { scope } = who;
  const awaited = await findAwaitedEvent(scope, db, session, event.name);
  if (!awaited) return refuse('not-found');
  const value = event.payload === undefined ? {} : { value: event.payload };
  const order = {
    session,
    // The same as that of the wait's own end, so that only one of the two is applied.
    id: `${session}-${awaited.effect}` as CommandId,
    command: { kind: 'effect-result', effect: awaited.effect, result: { status: 'done', ...value } } as const,
    actor: who.person.id,
    now,
  };
  const outcome = await runStep<never>(telling, scope, order, () => ok({}));
  await finishEffect(scope, db, awaited, { at: now(), result: 'done', code: null });
  if (outcome.kind !== 'written') return refuse('not-found');
  telling.arrivals.tell(scope.account, session);
  telling.sessionChanges.note(scope, outcome.head);
  return ok(undefined);
}
