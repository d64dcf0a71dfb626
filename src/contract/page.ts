import type { ElementId, ElementPath } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { FieldProblem } from './command.ts';
import type { EffectKind } from './effect.ts';
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
  /** It only shows something; nothing is answered in it. */
  readonly shows?: true;
  /** What is typed into it is written down nowhere. */
  readonly secret?: true;
  readonly options?: readonly PageOption[];
  /** The earlier answer, kept as a suggestion, else the default. */
  readonly value?: Json;
  /** What the kind shows and enforces: lengths, range, presentation, labels. */
  readonly limits: JsonObject;
  /** FEEL text over the page's values and what stands in its fields; shown only where it is true. */
  readonly shownWhen?: string;
  /** The same for `required`. */
  readonly requiredWhen?: string;
}

/** Fields and texts that stand together. */
export interface PageSection {
  readonly title?: string;
  readonly columns: 1 | 2 | 3;
  readonly items: readonly ({ readonly field: string } | { readonly text: TextTree; readonly shownWhen?: string })[];
  readonly shownWhen?: string;
}

/** Does something beside the page, without leaving it. */
export interface PageButton {
  readonly id: string;
  readonly label: string;
  /** Opens this address in a new window. */
  readonly href?: string;
  /** It was pressed and its result is awaited. */
  readonly busy?: true;
}

/** What holds the page until it is there. */
export interface PageWait {
  readonly effect: string;
  readonly kind: EffectKind;
  readonly since: Instant;
  /** What is waited for, in the session's language. */
  readonly label: string;
  readonly until?: Instant;
  /** Whoever is guided may go on without it. */
  readonly skippable: boolean;
}

/** What the view of an element type gets. */
export interface PagePart {
  /** What is read aloud: the largest text of the page. */
  readonly text: TextTree;
  readonly fields: readonly PageField[];
  /** How the fields stand, where they do not simply follow each other. */
  readonly sections?: readonly PageSection[];
  /** Values and types that the conditions of fields and sections read, beside what stands in the fields. */
  readonly values?: JsonObject;
  readonly types?: JsonObject;
  /** Where they ask what day and what time it is; UTC unless given. */
  readonly timeZone?: string;
  /** The conditions that are not true as the page arrives. */
  readonly untrue?: readonly string[];
  /** What the button that leaves the page says; absent where answering a field leaves by itself. */
  readonly next?: string;
}

/** One passed page of the trail. */
export interface TrailEntry {
  readonly n: number;
  readonly element: ElementPath;
  readonly name: string;
  /** The answer in words; absent where the page asked nothing. */
  readonly answer?: string;
}

/** What a person sees at one moment of a run. Plain JSON, complete: a player needs nothing else. */
export interface Page {
  /** Number of this visit within the session; a repeated visit has a new one. */
  readonly n: number;
  readonly element: ElementPath;
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
  readonly entryPoints: readonly { readonly element: ElementPath; readonly name: string }[];
  /** Languages that the run can go on in. */
  readonly languages: readonly string[];
  readonly buttons?: readonly PageButton[];
  readonly wait?: PageWait;
  /** A check outside turned the answer down. */
  readonly problems?: readonly FieldProblem[];
  /** Pages passed before going back that lie ahead as far as their answers still lead. */
  readonly ahead?: number;
  /** Where *return* leads after a jump. */
  readonly returns?: { readonly element: ElementPath; readonly name: string };
  readonly notes: readonly {
    readonly n: number;
    readonly element: ElementPath;
    readonly text: string;
    readonly at: Instant;
  }[];
}
