import type { Draft } from '../editor/draft.ts';

/** Something that follows from an edit by itself, whatever command made it. */
export interface Behaviour {
  readonly name: string;
  /** Looks at what was and what is now, and adds what follows. */
  react(draft: Draft): void;
}
