import type { SessionEvent } from '#contract/event.ts';
import { invariant } from '#prelude/assert-never.ts';
import { Fold } from './fold.ts';
import type { SessionState } from './state.ts';

/** `events.reduce(evolve)`: applies events to a state, evaluating nothing. The first event of all makes the state. */
export function evolve(state: SessionState | undefined, events: readonly SessionEvent[]): SessionState {
  let fold = state ? new Fold(state) : undefined;
  for (const event of events) {
    if (fold) fold.apply(event);
    else fold = Fold.first(event);
  }
  invariant(fold, 'a session has at least its first event');
  return fold.state;
}
