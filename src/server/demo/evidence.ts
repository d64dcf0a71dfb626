import type { SessionEvent } from '#contract/event.ts';
import { visitsOf } from '#engine/visits.ts';
import type { ElementId, SessionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';

/** Gathers how long people are at one element, until a moment: what somebody sees there in a report. */
export class Evidence {
  readonly #element: ElementId;
  readonly #target: number;
  readonly #until: Instant;
  readonly #active: number[] = [];
  #quit = 0;

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
      if (visit.exit === 'quit') this.#quit++;
    }
  }

  /** Times in seconds. */
  figures(): JsonObject {
    const times = this.#active.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) / 1000);
    const over = times.filter((time) => time > this.#target).length;
    return {
      entered: times.length,
      median: at(0.5),
      'slowest 10 % from': at(0.9),
      target: this.#target / 1000,
      'over target': `${Math.round((100 * over) / Math.max(1, times.length))} %`,
      quit: this.#quit,
    };
  }
}
