import type { SessionStep } from '#api/sessions.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Step } from '#store/queries/session-steps.ts';
import type { Names } from '../names.ts';

/** What stands as the actor of a step that the server made by itself. */
export const SERVER_ACTOR = 'server';

export function presentStep(step: Step, names: Names): SessionStep {
  const events = step.events as unknown as SessionEvent[];
  return {
    seq: step.seq,
    at: step.at,
    actor: step.actor === SERVER_ACTOR ? null : names.of(step.actor),
    command: commandOf(events),
    events,
  };
}

/** Which command made these events; the log keeps what happened, not what was asked. */
function commandOf(events: readonly SessionEvent[]): string {
  const first = events[0];
  switch (first?.kind) {
    case 'session-started':
      return 'start';
    case 'paused':
      return 'pause';
    case 'resumed':
      return 'resume';
    case 'note-added':
      return 'note';
    case 'element-left':
      if (first.exit === 'expired') return 'expire';
      return first.exit === 'back' || first.exit === 'jump' || first.exit === 'quit' ? first.exit : 'answer';
    default:
      return 'answer';
  }
}
