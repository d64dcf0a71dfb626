import type { TeamId, UserId } from '#prelude/ids.ts';

/** Sessions of some people, and those that were handed to some teams and that nobody has taken yet. */
export interface SessionsAmong {
  readonly users: readonly UserId[];
  readonly teams: readonly TeamId[];
}
