import type { CommandId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { NewEffect } from '../queries/effects.ts';
import type { Row } from '../tables.ts';

/** A session as it stands: its row, with the state in the form in which the engine takes it. */
export type SessionHead<State> = Omit<Row<'sessions'>, 'state'> & { readonly state: State };

/** What a step may change of the head; the rest is as it was at the start. */
export type HeadChanges<State> = Partial<
  Pick<
    Row<'sessions'>,
    'status' | 'element' | 'ended_at' | 'outcome' | 'expires_at' | 'user_id' | 'team_id' | 'language' | 'dimensions'
  >
> & { readonly state: State };

/** A step that was applied in memory and is to be kept. */
export interface Step<State> {
  /** Who did it: a user's id, or a word for a client without users. */
  readonly actor: string;
  readonly at: Instant;
  /** What happened, as JSON. */
  readonly events: readonly unknown[];
  readonly head: HeadChanges<State>;
  /** What it asks the world outside for. */
  readonly effects?: readonly NewEffect[];
}

/** The head after a step. */
export function headAfter<State>(head: SessionHead<State>, step: Step<State>): SessionHead<State> {
  return { ...head, ...step.head, seq: head.seq + 1, last_at: step.at };
}

/** A step on its way to the database. */
export interface PendingStep<State> {
  readonly command: CommandId;
  readonly step: Step<State>;
  /** As the step leaves it. */
  readonly head: SessionHead<State>;
}
