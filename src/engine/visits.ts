import type { SessionEvent } from '#contract/event.ts';
import type { Visit } from '#contract/visit.ts';
import type { SessionId } from '#prelude/ids.ts';

/** The visits that a session's log tells of, in order. The last one, and those that called it, are open while the session is still there. */
export function visitsOf(session: SessionId, events: readonly SessionEvent[]): readonly Visit[] {
  const visits: Visit[] = [];
  for (const event of events) {
    if (event.kind === 'element-entered') {
      const { n, element, at } = event;
      visits.push({ session, n, element, enteredAt: at, leftAt: null, exit: null, to: null, active: 0, idle: 0 });
    } else if (event.kind === 'element-left') {
      // Visits whose sub-Interaction is under way stay open beneath the current one.
      const index = visits.findLastIndex((visit) => visit.n === event.n);
      const open = visits[index];
      if (open) {
        const { at, exit, to, active, idle } = event;
        visits[index] = { ...open, leftAt: at, exit, to, active, idle };
      }
    }
  }
  return visits;
}
