import type { ElementId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { TextTree } from './text-tree.ts';

/** One way to answer: what a Choice (or an item of a list) offers. */
export interface PageOption {
  readonly value: string;
  readonly label: string;
  /** The Choice element that offers it. */
  readonly element?: ElementId;
  readonly image?: string;
  readonly heading?: string;
}

/** One input of a page, whatever its kind. Kinds add what they need under `limits`. */
export interface PageField {
  /** `answer` for a Question. */
  readonly name: string;
  /** The answer kind, such as `one-choice` or `number`. */
  readonly kind: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly options?: readonly PageOption[];
  /** The earlier answer, kept as a suggestion, else the default. */
  readonly value?: Json;
  /** What the kind shows and enforces: lengths, range, presentation, labels. */
  readonly limits: JsonObject;
}

/** What the view of an element type gets. */
export interface PagePart {
  /** What is read aloud: the largest text of the page. */
  readonly text: TextTree;
  readonly fields: readonly PageField[];
  /** What the button that leaves the page says; absent where answering a field leaves by itself. */
  readonly next?: string;
}

/** One passed page of the trail. */
export interface TrailEntry {
  readonly n: number;
  readonly element: ElementId;
  readonly name: string;
  /** The answer in words; absent where the page asked nothing. */
  readonly answer?: string;
}

/** What a person sees at one moment of a run. Plain JSON, complete: a player needs nothing else. */
export interface Page {
  /** Number of this visit within the session; a repeated visit has a new one. */
  readonly n: number;
  readonly element: ElementId;
  readonly type: string;
  readonly name: string;
  readonly language: string;
  readonly part: PagePart;
  readonly help?: TextTree;
  /** Target time of the element and of the whole Interaction, milliseconds. */
  readonly target?: number;
  readonly sessionTarget?: number;
  readonly enteredAt: Instant;
  readonly startedAt: Instant;
  readonly trail: readonly TrailEntry[];
  /** Elements that may be jumped to from anywhere. */
  readonly entryPoints: readonly { readonly element: ElementId; readonly name: string }[];
  readonly notes: readonly {
    readonly n: number;
    readonly element: ElementId;
    readonly text: string;
    readonly at: Instant;
  }[];
}
