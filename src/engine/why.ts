import type { TransferTarget } from '#contract/command.ts';
import type { EffectResult } from '#contract/effect.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** One thing that led to where a session is, in the order in which it happened. */
export type Reason =
  | { readonly kind: 'started'; readonly element: ElementPath }
  | { readonly kind: 'answered'; readonly element: ElementPath; readonly shown: string }
  /** Read and gone on from, without an answer. */
  | { readonly kind: 'passed'; readonly element: ElementPath; readonly exit: string }
  /** An element that nobody sees chose its way by a rule, with the values it read. */
  | {
      readonly kind: 'decided';
      readonly element: ElementPath;
      readonly exit: string;
      readonly by: string;
      readonly expression?: string;
      readonly read?: JsonObject;
    }
  | {
      readonly kind: 'set';
      readonly element: ElementPath;
      readonly key: string;
      /** Left out: unset, or secret. */
      readonly value?: Json;
      readonly secret?: true;
      readonly expression?: string;
      readonly read?: JsonObject;
    }
  | { readonly kind: 'result'; readonly element: ElementPath; readonly status: EffectResult['status'] }
  | {
      readonly kind: 'went-back' | 'jumped' | 'returned' | 'asked-again';
      readonly to: ElementPath;
      readonly from?: ElementPath;
    }
  | { readonly kind: 'transferred'; readonly to: TransferTarget; readonly note?: string }
  | { readonly kind: 'sub-ended'; readonly element: ElementPath; readonly outcome: string };

/** With its place in the log, by which whoever keeps the log knows when it was and who did it. */
export type LoggedReason = Reason & { readonly event: number };

/**
 * Why a session came to a visit: from the last page that somebody left on purpose, every answer, rule and value on the way.
 * Of a page that was come back to, first what had led to it, then the way back. Read from the log alone, so it tells of
 * what was decided then, whatever has become of the Interaction since.
 *
 * @param n the visit; the newest unless said
 */
export function whyHere(events: readonly SessionEvent[], n?: number): readonly LoggedReason[] {
  const here = events.findLastIndex((event) => event.kind === 'element-entered' && (n === undefined || event.n === n));
  if (here < 0) return [];
  const first = firstArrival(events, here);
  const before = first === here ? [] : wayTo(events, first);
  return [...before.filter(({ kind }) => !COME_BACK.has(kind)), ...wayTo(events, here)];
}

/** What stands in the log between the last page that was left on purpose and an arrival. */
function wayTo(events: readonly SessionEvent[], here: number): readonly LoggedReason[] {
  const from = beginningOf(events, here);
  const where = placesUpTo(events, from);
  const reasons: LoggedReason[] = [];
  const answered = new Set<number>();
  let left: ElementPath | undefined;
  for (const [index, event] of events.slice(from, here).entries()) {
    if (event.kind === 'element-entered') where.set(event.n, event.element);
    if (event.kind === 'answer-given') answered.add(event.n);
    if (event.kind === 'element-left') left = event.element;
    const reason = reasonOf(event, { where, answered, left });
    if (reason) reasons.push({ ...reason, event: from + index });
  }
  return reasons;
}

const COME_BACK: ReadonlySet<string> = new Set(['went-back', 'returned']);

/** Where the page of an arrival was first come to, behind however many goings back and returns. */
function firstArrival(events: readonly SessionEvent[], here: number): number {
  for (let at = here; ; ) {
    const earlier = cameBackTo(events, at);
    if (earlier < 0) return at;
    at = earlier;
  }
}

/** The earlier arrival that somebody came back to by this one; -1 where they did not come back. */
function cameBackTo(events: readonly SessionEvent[], here: number): number {
  const back = events.slice(beginningOf(events, here), here).findLast(({ kind }) => COME_BACK.has(kind));
  const isEarlier = (event: SessionEvent) => {
    if (event.kind !== 'element-entered') return false;
    return back?.kind === 'went-back' ? event.n === back.to : back?.kind === 'returned' && event.element === back.to;
  };
  return back ? events.slice(0, here).findLastIndex(isEarlier) : -1;
}

/** Where the way to a visit begins: at the last page that was left on purpose before it, or at the start. */
function beginningOf(events: readonly SessionEvent[], here: number): number {
  for (let index = here - 1; index >= 0; index--) {
    const event = events[index];
    if (event?.kind === 'session-started') return index;
    // Whoever hands a session over leaves it where it stands: what led there still does.
    if (event?.kind !== 'element-left' || event.passed || event.exit === HANDED_OVER) continue;
    const { n } = event;
    // What the page was answered and set stands before its being left, in the same step.
    let first = index;
    for (let before = index - 1; before >= 0; before--) {
      const earlier = events[before];
      if (earlier?.kind === 'element-entered') break;
      const isOfStep = (earlier?.kind === 'answer-given' || earlier?.kind === 'variable-set') && earlier.n === n;
      if (isOfStep || earlier?.kind === 'effect-finished') first = before;
    }
    return first;
  }
  return 0;
}

function placesUpTo(events: readonly SessionEvent[], to: number): Map<number, ElementPath> {
  const where = new Map<number, ElementPath>();
  for (const event of events.slice(0, to)) if (event.kind === 'element-entered') where.set(event.n, event.element);
  return where;
}

interface OnTheWay {
  /** Which element each visit was at. */
  readonly where: ReadonlyMap<number, ElementPath>;
  readonly answered: ReadonlySet<number>;
  /** The element that was left last. */
  readonly left: ElementPath | undefined;
}

function reasonOf(event: SessionEvent, { where, answered, left }: OnTheWay): Reason | undefined {
  const from = left === undefined ? {} : { from: left };
  switch (event.kind) {
    case 'session-started':
      return { kind: 'started', element: event.start };
    case 'answer-given':
      return { kind: 'answered', element: event.element, shown: event.shown };
    case 'variable-set': {
      const element = where.get(event.n);
      // What an answer sets is told by the answer.
      if (element === undefined || event.cause.by === 'answer') return undefined;
      const { key, value, secret } = event;
      const { expression, read } = event.cause;
      return {
        kind: 'set',
        element,
        key,
        ...(value === undefined ? {} : { value }),
        ...(secret ? { secret } : {}),
        ...(expression === undefined ? {} : { expression }),
        ...(read === undefined ? {} : { read }),
      };
    }
    case 'element-left': {
      const { element, exit, why } = event;
      if (why) return { kind: 'decided', element, exit, ...why };
      const isWayOn = !event.passed && !answered.has(event.n) && !ENGINE_WAYS.has(exit);
      return isWayOn ? { kind: 'passed', element, exit } : undefined;
    }
    case 'effect-finished':
      return { kind: 'result', element: event.element, status: event.status };
    case 'went-back': {
      const to = where.get(event.to);
      return to === undefined ? undefined : { kind: 'went-back', to, ...from };
    }
    case 'jumped':
      return { kind: event.again ? 'asked-again' : 'jumped', to: event.to, ...from };
    case 'returned':
      return { kind: 'returned', to: event.to, ...from };
    case 'transferred':
      return { kind: 'transferred', to: event.to, ...(event.note === undefined ? {} : { note: event.note }) };
    case 'sub-ended':
      return { kind: 'sub-ended', element: event.element, outcome: event.outcome };
    default:
      return undefined;
  }
}

const HANDED_OVER = 'transferred';
/** Ways that an event of their own tells of. */
const ENGINE_WAYS: ReadonlySet<string> = new Set(['back', 'jump', HANDED_OVER]);
