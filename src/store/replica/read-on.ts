import { ENGINE_OUTCOMES, type SessionEvent } from '#contract/event.ts';
import type { Visit } from '#contract/visit.ts';
import { visitsOf } from '#engine/visits.ts';
import type { ElementPath, SessionId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import { NO_PATH, pathTo } from './path-hash.ts';

/** How far a session has been read: all that is needed to go on reading. */
export interface Progress {
  /** The last step that was read. */
  readonly seq: number;
  readonly ended: Instant | null;
  readonly outcome: string | null;
  /** Visits so far, with the one that is not over. */
  readonly visits: number;
  readonly path: bigint;
  /** Milliseconds in all visits that are over. */
  readonly active: number;
  readonly idle: number;
  /** The visit that is not over. */
  readonly open: { readonly n: number; readonly element: ElementPath; readonly entered: Instant } | null;
}

export const NOT_STARTED: Progress = {
  seq: 0,
  ended: null,
  outcome: null,
  visits: 0,
  path: NO_PATH,
  active: 0,
  idle: 0,
  open: null,
};

/** A visit that is over. */
export type FinishedVisit = Visit & { readonly leftAt: Instant; readonly exit: string };

/**
 * Reads on in the log of a session.
 *
 * @param events of the steps after `before.seq`, up to and with the step `seq`
 * @returns how far the session is now, and the visits that have come to their end
 */
export function readOn(
  before: Progress,
  session: SessionId,
  seq: number,
  events: readonly SessionEvent[],
): { readonly progress: Progress; readonly finished: readonly FinishedVisit[] } {
  const { open } = before;
  const entered: SessionEvent[] =
    open === null ? [] : [{ kind: 'element-entered', n: open.n, element: open.element, at: open.entered }];
  const visits = visitsOf(session, [...entered, ...events]);
  let { active, idle, path } = before;
  for (const visit of visits.slice(entered.length)) path = pathTo(path, visit.element);
  const finished = visits.filter(isFinished);
  for (const visit of finished) {
    active += visit.active;
    idle += visit.idle;
  }
  const last = visits.at(-1);
  const progress: Progress = {
    ...endAfter(before, events),
    seq,
    visits: before.visits + visits.length - entered.length,
    path,
    active,
    idle,
    open:
      last === undefined || last.leftAt !== null ? null : { n: last.n, element: last.element, entered: last.enteredAt },
  };
  return { progress, finished };
}

function isFinished(visit: Visit): visit is FinishedVisit {
  return visit.leftAt !== null && visit.exit !== null;
}

/** A session that was timed out may be resumed: then it has not ended after all. */
function endAfter(before: Progress, events: readonly SessionEvent[]): Pick<Progress, 'ended' | 'outcome'> {
  let end: Pick<Progress, 'ended' | 'outcome'> = { ended: before.ended, outcome: before.outcome };
  for (const event of events) {
    if (event.kind === 'ended') end = { ended: event.at, outcome: event.outcome };
    else if (event.kind === 'failed') end = { ended: event.at, outcome: ENGINE_OUTCOMES.failed };
    else if (event.kind === 'resumed') end = { ended: null, outcome: null };
  }
  return end;
}
