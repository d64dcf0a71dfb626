import { type Instant, timeSortedIds } from '#prelude/ports.ts';

/** `ses_` and ten characters of time; what follows is chance. */
const TIME_PART = 'ses_'.length + 10;

/**
 * Where the ids of sessions that started at a moment begin: sessions since then are those whose ids are not below it,
 * which the primary key finds without another index.
 */
export function firstSessionId(at: Instant): string {
  return timeSortedIds({ now: () => at }, { next: () => 0 })
    .make('ses')
    .slice(0, TIME_PART);
}
