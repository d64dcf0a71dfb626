import type * as z from 'zod';
import type { Evaluation } from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { FieldProblem } from './command.ts';
import type { Cause } from './event.ts';
import type { LocalizedText } from './localized-text.ts';
import type { PagePart } from './page.ts';
import type { Severity } from './problem.ts';
import type { TextTree } from './text-tree.ts';

export type ElementGroup = 'page' | 'option' | 'logic' | 'action' | 'end' | 'note';

/** A named way out of an element. */
export interface Exit {
  readonly name: string;
  readonly label: string;
  /** `options`: any number of connectors, each to an element that offers itself as an option. */
  readonly connectors: 'one' | 'options';
  /** What it means when nothing is connected. */
  readonly unconnected: 'ends-completed' | 'problem';
}

/** How an element that is an option of another one offers itself. */
export interface OptionFace {
  readonly value: string;
  readonly label: LocalizedText;
  readonly image?: string;
  readonly heading?: LocalizedText;
  /** FEEL text; the option is offered only where it is true. */
  readonly shownWhen?: string;
}

export interface ExpressionPlace {
  /** Where in the settings, dotted: `rules.0.when`. */
  readonly path: string;
  readonly source: string;
  readonly expects?: ValueType;
  /** Reading order of what it means to people: `Rule 1`. */
  readonly label: string;
}

export interface TextPlace {
  readonly path: string;
  readonly text: LocalizedText;
  /** Formatted texts may hold Markdown; both may hold `{expressions}`. */
  readonly formatted: boolean;
  readonly label: string;
}

/** An outcome that an element may end the session with. */
export interface OutcomePlace {
  /** Where in the settings, dotted. */
  readonly path: string;
  readonly outcome: string;
}

/** A variable that an element makes by itself, such as a Question's answer. */
export interface MadeVariable {
  readonly key: string;
  readonly type: ValueType;
}

export interface SettingsProblem {
  readonly code: string;
  readonly severity: Severity;
  /** Where in the settings, dotted. */
  readonly path: string;
  readonly message: string;
}

/** What an element may know of its Interaction while it is checked or edited. */
export interface ModelContext {
  readonly element: ElementId;
  readonly language: string;
  readonly scope: Scope;
  /** The elements connected to an exit that offer themselves as options, in order. */
  options(exit: string): readonly (OptionFace & { readonly element: ElementId })[];
}

/** An option as it is offered in this run: labels in the session's language with values in them, hidden ones left out. */
export interface OfferedOption {
  readonly element: ElementId;
  readonly value: string;
  readonly label: string;
  readonly image?: string;
  readonly heading?: string;
}

/** What an element may know of the run. Everything is an argument: nothing reads a clock, chance or the host. */
export interface RunContext {
  readonly element: ElementId;
  readonly language: string;
  readonly now: Instant;
  readonly variables: JsonObject;
  /** The earlier answer given here, kept when somebody went back. */
  readonly suggestion: Json | undefined;
  options(exit: string): readonly OfferedOption[];
  /** Evaluates FEEL text that {@link ElementType.expressions} declared. */
  evaluate(source: string): Evaluation;
  /** The values that an expression would read, for the *why* of an event. */
  readsOf(source: string): JsonObject;
  /** A text in the session's language, formatted, with its values in it. */
  text(text: LocalizedText): TextTree;
  /** The same as plain words. */
  words(text: LocalizedText): string;
  /** A value as the session's language writes it: an option by its label, a date by its locale. */
  show(value: Json, type: ValueType): string;
}

/** Sets a variable, or unsets it where `value` is left out. */
export interface Assignment {
  readonly key: string;
  readonly value?: Json;
  readonly cause: Cause;
}

export type Leave = {
  readonly do: 'leave';
  readonly exit: string;
  /** The option that was chosen, where the exit leads to options. */
  readonly option?: ElementId;
  readonly sets?: readonly Assignment[];
  readonly why?: Cause;
};

export type EnterOutcome =
  | { readonly do: 'wait' }
  | Leave
  | { readonly do: 'finish'; readonly outcome: string }
  | { readonly do: 'fail'; readonly code: string; readonly message: string };

export type AnswerOutcome =
  | (Leave & { /** Left out where the page asked nothing. */ readonly answer?: Json; readonly shown?: string })
  | { readonly do: 'refuse'; readonly problems: readonly FieldProblem[] };

/** What answers are possible: for generated walks, simulation and proof. */
export interface Domain {
  /** Inputs that between them reach every exit; `undefined` stands for going on without an answer. */
  readonly samples: readonly (Json | undefined)[];
}

/** One step of an element type's own format: settings of version `to - 1` become settings of version `to`. */
export interface SettingsMigration {
  readonly to: number;
  migrate(settings: JsonObject): JsonObject;
}

/**
 * Everything an element type says of itself. Designer, engine, checks, reports and documentation ask here; nothing
 * outside the type's folder knows its name. All functions are pure.
 */
export interface ElementType<Settings extends object = object> {
  readonly type: string;
  readonly version: number;
  readonly migrations: readonly SettingsMigration[];
  readonly title: string;
  /** One sentence for menus and the reference. */
  readonly description: string;
  /** A lucide icon name. */
  readonly icon: string;
  readonly group: ElementGroup;
  /** The key that inserts it while the map has focus. */
  readonly letter: string;
  /** Its own settings only; what every element has is in `element-base.ts`. */
  readonly settings: z.ZodType<Settings>;
  /** Settings of a new element. `id` is the new element's own id, from which a variable may be named. */
  defaults(context: { readonly id: ElementId; readonly language: string }): Settings;
  exits(settings: Settings): readonly Exit[];
  option?(settings: Settings): OptionFace;
  /** The first words on its card. */
  summary(settings: Settings, language: string): string;
  texts(settings: Settings): readonly TextPlace[];
  expressions(settings: Settings): readonly ExpressionPlace[];
  /** Variables it makes by itself, which then stand in the file's `variables`. */
  makes(settings: Settings): readonly MadeVariable[];
  writes(settings: Settings): readonly string[];
  /** Outcomes that it may end the session with, of those that the account keeps. */
  outcomes?(settings: Settings): readonly OutcomePlace[];
  problems(settings: Settings, context: ModelContext): readonly SettingsProblem[];
  domain(settings: Settings, context: ModelContext): Domain;

  /** What happens when the run arrives. Types of group `note` are never entered. */
  enter(settings: Settings, context: RunContext): EnterOutcome;
  /** The page of an element that waits. */
  page?(settings: Settings, context: RunContext): PagePart;
  /** An answer to that page; `undefined` is going on without one. */
  answer?(settings: Settings, input: Json | undefined, context: RunContext): AnswerOutcome;
}

/** Checks a definition against its settings type and hands it on for the catalogue. */
export function elementType<Settings extends object>(definition: ElementType<Settings>): ElementType {
  return definition as unknown as ElementType;
}

/** All element types by name. It is handed in; nothing below `elements/` imports it. */
export type Catalog = ReadonlyMap<string, ElementType>;
