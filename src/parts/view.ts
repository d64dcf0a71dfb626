import type { ComponentType } from 'preact';
import type { FieldProblem } from '#contract/command.ts';
import type { Page, PagePart } from '#contract/page.ts';
import type { Json } from '#prelude/json.ts';
import type { Upload } from './upload.ts';
import type { PlayerWords } from './words.ts';

/** What stands in the inputs of a page, by the field's name: half-typed text where an answer is not yet one. */
export type Typed = { readonly [field: string]: Json | undefined };

export interface ViewProps {
  readonly page: Page;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly words: PlayerWords;
  /** The answer is on its way: inputs are kept as they are. */
  readonly busy: boolean;
  /** Nothing can be answered: a stored step is shown. */
  readonly readOnly: boolean;
  /** The person at the player is the one who is asked. */
  readonly served: boolean;
  /** Sends a file to where the session is kept; undefined where files cannot be taken. */
  readonly upload: Upload | undefined;
  type(field: string, value: Json | undefined): void;
  /** Answers the page with what stands in the inputs, after putting `value` into `field` where both are given. */
  leave(field?: string, value?: Json): void;
}

/** How the pages of one element type look, and what answer the inputs make. */
export interface ElementView {
  /** The name of the element type. */
  readonly type: string;
  readonly Body: ComponentType<ViewProps>;
  /** The answer to send; undefined goes on without one. */
  answer(part: PagePart, typed: Typed, language: string): Json | undefined;
}
