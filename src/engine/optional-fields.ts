import type { SessionState, TrailStep } from './state.ts';

type Optional<T> = { [Field in keyof T]-?: object extends Pick<T, Field> ? Field : never }[keyof T];

/** The compiler misses a field that was added to the type and not to its list: what copies by the list loses none. */
function listed<Field extends string>(fields: Readonly<Record<Field, true>>): readonly Field[] {
  return Object.keys(fields) as Field[];
}

/** The fields that a state may lack. */
export const STATE_FIELDS = listed<Optional<SessionState>>({
  pausedAt: true,
  ahead: true,
  brokenOff: true,
  returns: true,
  calls: true,
  effects: true,
  requested: true,
  problems: true,
  secrets: true,
  outcome: true,
  summary: true,
  error: true,
  endedAt: true,
});

/** The fields that a step of the trail may lack. */
export const STEP_FIELDS = listed<Optional<TrailStep>>({
  answer: true,
  shown: true,
  before: true,
  unset: true,
  secrets: true,
  returns: true,
  began: true,
  ended: true,
});
