import type { MeasuredVisit } from '#contract/visit.ts';
import type { ContentHash, ElementId, SessionId } from '#prelude/ids.ts';

/** What reports know of a session besides its visits. */
export interface SessionFacts {
  readonly session: SessionId;
  readonly version: ContentHash;
  /** Null while it runs or is paused. */
  readonly outcome: string | null;
}

/** The target time of an element, milliseconds. It may differ from version to version. */
export interface Target {
  readonly version: ContentHash;
  readonly element: ElementId;
  readonly target: number;
}

/**
 * What a measure is taken from: already narrowed to one Interaction, a period and whatever else was filtered by.
 *
 * The SQL of a measure reads the same as three relations, which whoever runs it defines by `with`:
 *
 * | relation | columns |
 * | --- | --- |
 * | `visit` | `session`, `n`, `element`, `still` (boolean: not left yet), `exit` (null while still there), `next` (null where nothing followed), `active`, `idle`, `inside` (milliseconds) |
 * | `session` | `session`, `version`, `outcome` (null while it runs), `active`, `idle` (milliseconds, the sums over its visits) |
 * | `target` | `version`, `element`, `target` (milliseconds) |
 */
export interface Evidence {
  readonly visits: readonly MeasuredVisit[];
  readonly sessions: readonly SessionFacts[];
  readonly targets: readonly Target[];
}
