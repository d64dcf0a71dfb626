import { callerOf, frameOf } from '#contract/element-path.ts';
import { ENGINE_OUTCOMES, type SessionEvent } from '#contract/event.ts';
import type { MeasuredVisit } from '#contract/visit.ts';
import type { ElementPath, SessionId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import { NO_PATH, pathTo } from './path-hash.ts';

/** How far a session has been read: all that is needed to go on reading. */
export interface Progress {
  /** The last step that was read. */
  readonly seq: number;
  readonly ended: Instant | null;
  readonly outcome: string | null;
  /** Visits so far, with those that are not over. */
  readonly visits: number;
  readonly path: bigint;
  /** Milliseconds in all visits that are over. */
  readonly active: number;
  readonly idle: number;
  /** The visits that are not over: that of the current element, and before it those whose sub-Interactions are under way. */
  readonly open: readonly OpenVisit[];
}

export interface OpenVisit {
  readonly n: number;
  readonly element: ElementPath;
  readonly entered: Instant;
  /** Milliseconds in visits that are over of the Interaction that it called, and of those which that called. */
  readonly inside: { readonly active: number; readonly idle: number };
}

export const NOT_STARTED: Progress = {
  seq: 0,
  ended: null,
  outcome: null,
  visits: 0,
  path: NO_PATH,
  active: 0,
  idle: 0,
  open: [],
};

/** A visit that is over. */
export type FinishedVisit = MeasuredVisit & { readonly leftAt: Instant; readonly exit: string };

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
  const open = [...before.open];
  const finished: FinishedVisit[] = [];
  let { active, idle, path, visits } = before;
  for (const event of events) {
    if (event.kind === 'element-entered') {
      const { n, element, at: entered } = event;
      open.push({ n, element, entered, inside: NOTHING });
      path = pathTo(path, element);
      visits++;
    } else if (event.kind === 'element-left') {
      const visit = finish(session, open, event);
      if (!visit) continue;
      finished.push(visit);
      active += visit.active;
      idle += visit.idle;
    }
  }
  return { progress: { ...endAfter(before, events), seq, visits, path, active, idle, open }, finished };
}

const NOTHING = { active: 0, idle: 0 };

/** Takes a visit from those that are open, and counts its time to that of its caller, which is open all the while. */
function finish(
  session: SessionId,
  open: OpenVisit[],
  event: SessionEvent & { readonly kind: 'element-left' },
): FinishedVisit | undefined {
  const { n, element, at: leftAt, exit, to } = event;
  const index = open.findLastIndex((visit) => visit.n === n);
  const [visit] = index < 0 ? [] : open.splice(index, 1);
  if (!visit) return undefined;
  const { entered: enteredAt, inside } = visit;
  // Nobody looks at a calling element itself: what the log has as its time is all that passed meanwhile.
  const idle = Math.max(0, event.idle - inside.idle);
  const active = Math.max(0, event.active + event.idle - inside.active - inside.idle - idle);
  const caller = open.findLastIndex((one) => one.element === callerOf(frameOf(element)));
  const calling = open[caller];
  if (calling) {
    const all = {
      active: calling.inside.active + inside.active + active,
      idle: calling.inside.idle + inside.idle + idle,
    };
    open[caller] = { ...calling, inside: all };
  }
  return { session, n, element, enteredAt, leftAt, exit, to, active, idle, inside: inside.active };
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
