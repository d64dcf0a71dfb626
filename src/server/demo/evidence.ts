import type { EngineExit, SessionEvent } from '#contract/event.ts';
import { visitsOf } from '#engine/visits.ts';
import type { ElementId, SessionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';

/** Exits by which a session ends before it is through. */
const STOPPED: ReadonlySet<string> = new Set<EngineExit>(['quit', 'expired', 'failed']);

/** Gathers how long people are at one element, until a moment: what somebody sees there in a report. */
export class Evidence {
  readonly #element: ElementId;
  readonly #target: number;
  readonly #until: Instant;
  readonly #active: number[] = [];
  #stopped = 0;

  /** `target` in milliseconds. */
  constructor(element: ElementId, target: number, until: Instant) {
    this.#element = element;
    this.#target = target;
    this.#until = until;
  }

  note(session: SessionId, events: readonly SessionEvent[]): void {
    for (const visit of visitsOf(session, events)) {
      if (visit.element !== this.#element || visit.leftAt === null || visit.leftAt > this.#until) continue;
      this.#active.push(visit.active);
      if (STOPPED.has(visit.exit ?? '')) this.#stopped++;
    }
  }

  /** By the names, and in the units, in which a report hands them to a change request: milliseconds, and shares of 1. */
  figures(): JsonObject {
    const times = this.#active.toSorted((a, b) => a - b);
    const n = times.length;
    const at = (share: number) => times[Math.floor(n * share)] ?? 0;
    const share = (part: number) => part / Math.max(1, n);
    return {
      n,
      entered: n,
      median: at(0.5),
      average: Math.round(share(times.reduce((sum, time) => sum + time, 0))),
      slowest: at(0.9),
      overTarget: share(times.filter((time) => time > this.#target).length),
      dropOff: share(this.#stopped),
    };
  }
}
