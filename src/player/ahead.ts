import type { Command, FieldProblem } from '#contract/command.ts';
import type { SessionNow } from './session.ts';

/** What the engine in this browser says to a command before the server does. */
export type Foreseen =
  | { readonly kind: 'page'; readonly session: SessionNow }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly fields: readonly FieldProblem[];
    };

/** Steps ahead of a server with the same engine. The server is always right: what is foreseen is shown, and then confirmed. */
export interface Ahead {
  /** Learns what is needed to go on from here, in the background; nothing happens where it is known, or cannot be had. */
  follow(session: SessionNow): void;
  /** What the server will say to a command given here; undefined where only the server knows. */
  foresee(session: SessionNow, command: Command): Foreseen | undefined;
  /** The server said the same: what is known of the one holds for the other. */
  confirmed(foreseen: SessionNow, said: SessionNow): void;
}
