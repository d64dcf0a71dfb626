import type { ComponentType } from 'preact';
import type { PageField } from '#contract/page.ts';
import type { Json } from '#prelude/json.ts';
import type { Upload } from './upload.ts';
import type { PlayerWords } from './words.ts';

export interface InputProps {
  readonly field: PageField;
  /** What stands in the input: see {@link FieldKind.typed}. */
  readonly value: Json | undefined;
  readonly language: string;
  readonly words: PlayerWords;
  /** The id of the control itself, and of what names and describes it. */
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** Kept as it is: an answer is on its way, or a stored step is shown. */
  readonly locked: boolean;
  /** Choosing is answering: the page has no button to go on. */
  readonly leavesAtOnce: boolean;
  /** The person at the player is the one who is asked: the browser may fill in what it knows of them. */
  readonly served: boolean;
  /** Sends a file to where the session is kept; undefined where files cannot be taken. */
  readonly upload: Upload | undefined;
  type(value: Json | undefined): void;
  leave(value: Json): void;
}

/** How one kind of answer is put in. */
export interface FieldKind {
  readonly Input: ComponentType<InputProps>;
  /** What stands in the input for an answer given earlier: a number as its language writes it. */
  typed(answer: Json | undefined, language: string, field: PageField): Json | undefined;
  /** The answer that the typed text makes; what cannot be read goes on as it is and is refused in the page's language. */
  answer(typed: Json | undefined, language: string, field: PageField): Json | undefined;
}

/** For kinds whose input holds the answer itself. */
export const asItIs = {
  typed: (answer: Json | undefined) => answer,
  answer: (typed: Json | undefined) => typed,
} as const;

/** For kinds of text: an emptied input is no answer. */
export const textAsItIs = {
  typed: (answer: Json | undefined) => answer,
  answer: (typed: Json | undefined) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
} as const;
