import type * as z from 'zod';
import type { Evaluation } from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { ElementId, ElementPath, InteractionId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { FieldProblem, TransferTarget } from './command.ts';
import type { EffectRequest, EffectResult, OpenEffect } from './effect.ts';
import type { Cause } from './event.ts';
import type { FileValue } from './file-value.ts';
import type { LocalizedText } from './localized-text.ts';
import type { PagePart } from './page.ts';
import type { Problem, Severity } from './problem.ts';
import type { TextTree } from './text-tree.ts';

export type ElementGroup = 'page' | 'option' | 'logic' | 'action' | 'end' | 'note';

export type Unconnected = 'ends-completed' | 'ends-transferred' | 'problem';

/** A named way out of an element. */
export interface Exit {
  readonly name: string;
  readonly label: string;
  /** `options`: any number of connectors, each to an element that offers itself as an option. */
  readonly connectors: 'one' | 'options';
  /** What it means when nothing is connected. */
  readonly unconnected: Unconnected;
  /** It is taken so many times and no more, so that a cycle through it comes to an end by itself. */
  readonly bounded?: true;
  /** Its options are offered and chosen, but no run ever goes this way. */
  readonly onlyOffers?: true;
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

/** What becomes of a secret at a place, where it is more than not being shown: a session that reads one there stops. */
export type SecretsThere =
  | 'refused'
  /** By itself it may be sent; nothing may be made of it. */
  | 'alone'
  /** Of a call: not here, but elsewhere in it. */
  | 'elsewhere';

export interface ExpressionPlace {
  /** Where in the settings, dotted: `rules.0.when`. */
  readonly path: string;
  readonly source: string;
  readonly expects?: ValueType;
  /** Names that only this expression may use beside those of the Interaction, such as `response`. */
  readonly adds?: Scope;
  /** The variable that its value goes into; with `each`, the items of its value one after the other. */
  readonly sets?: { readonly variable: string; readonly each?: true };
  readonly secrets?: SecretsThere;
  /** Reading order of what it means to people: `Rule 1`. */
  readonly label: string;
}

export interface TextPlace {
  readonly path: string;
  readonly text: LocalizedText;
  /** Formatted texts may hold Markdown; both may hold `{expressions}`. */
  readonly formatted: boolean;
  readonly label: string;
  readonly secrets?: SecretsThere;
}

/** A text for machines, such as a path: values stand in braces in it, and it has no languages. */
export interface TemplatePlace {
  /** Where in the settings, dotted. */
  readonly path: string;
  readonly source: string;
  readonly label: string;
  readonly secrets?: SecretsThere;
}

/** A variable that an element makes by itself, such as a Question's answer. */
export interface MadeVariable {
  readonly key: string;
  readonly type: ValueType;
  /** Its value is held in memory alone. */
  readonly secret?: true;
  /** What it is called where the element makes several; the element's own name where left out. */
  readonly name?: LocalizedText;
}

export interface SettingsProblem {
  readonly code: string;
  readonly severity: Severity;
  /** Where in the settings, dotted. */
  readonly path: string;
  readonly message: string;
  readonly fix?: NonNullable<Problem['fix']>;
}

/** What an element that calls another Interaction may know of it. */
export interface CalleeFace {
  readonly name: string;
  /** The types of its variables. */
  readonly variables: Scope;
  /** What its sessions may end with. */
  readonly outcomes: readonly string[];
}

/** What an element may know of its Interaction while it is checked or edited. */
export interface ModelContext {
  readonly element: ElementId;
  readonly language: string;
  readonly scope: Scope;
  /** Whether the values of a variable are held in memory alone. */
  isSecret(variable: string): boolean;
  /** Another Interaction; left out where nobody knows which ones there are. */
  readonly callee?: (interaction: string) => CalleeFace | undefined;
  /** The elements connected to an exit that offer themselves as options, in order. */
  options(exit: string): readonly (OptionFace & { readonly element: ElementId })[];
}

/** An option as it is offered in this run: labels in the session's language with values in them, hidden ones left out. */
export interface OfferedOption {
  /** The Choice element that offers it; an item of a list has none. */
  readonly element?: ElementId;
  readonly value: string;
  readonly label: string;
  readonly image?: string;
  readonly heading?: string;
}

/** What an element may know of the run. Everything is an argument: nothing reads a clock, chance or the host. */
export interface RunContext {
  readonly element: ElementPath;
  readonly language: string;
  readonly now: Instant;
  /** The account's time zone, such as `Europe/Madrid`; undefined where nobody named one. */
  readonly timeZone: string | undefined;
  /** The files uploaded for this run, by id; undefined where nobody keeps any, as in tests of an Interaction. */
  readonly files: { readonly [id: string]: FileValue } | undefined;
  /** The variables of this Interaction; secret ones are not among them. */
  readonly variables: JsonObject;
  /** The types of all names that expressions may use. */
  readonly scope: Scope;
  /** The earlier answer given here, kept when somebody went back. */
  readonly suggestion: Json | undefined;
  /** What this element keeps for itself from one visit to the next, by the names that it gave. */
  readonly kept: JsonObject;
  /** Came here by a connector from an element to which only this one leads: round what it began earlier. */
  readonly comesAround: boolean;
  options(exit: string): readonly OfferedOption[];
  /**
   * Evaluates FEEL text that {@link ElementType.expressions} declared.
   *
   * @param beside values of names that the place adds, or of variables that are about to be set
   */
  evaluate(source: string, beside?: JsonObject): Evaluation;
  /** The values that an expression would read, for the *why* of an event; secrets are masked. */
  readsOf(source: string): JsonObject;
  /** The secret variables that an expression reads: their values may go into no event, text or address. */
  secretsOf(source: string): readonly string[];
  /** Whether all values of a variable are secret, and not only the one that it holds now. */
  isSecret(variable: string): boolean;
  /** A text in the session's language, formatted, with its values in it. */
  text(text: LocalizedText): TextTree;
  /** The same as plain words. */
  words(text: LocalizedText): string;
  /** A value as the session's language writes it: an option by its label, a date by its locale. */
  show(value: Json, type: ValueType): string;
}

/** Sets a variable, or unsets it where `value` is left out. Values of secret variables go to memory alone. */
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
  /** What the element keeps for its next visit, by name; null: nothing any more. What is not named stays. */
  readonly keeps?: JsonObject;
};

/** Something goes wrong that the Interaction does not provide for: the session ends as failed. */
export type Failure = { readonly do: 'fail'; readonly code: string; readonly message: string };

/** Asks the world outside for something and waits until it is there. */
export type Request = { readonly do: 'request'; readonly request: EffectRequest };

export type EnterOutcome =
  | { readonly do: 'wait' }
  /** Goes on at once; `request` is performed beside, and nothing waits for it. */
  | (Leave & { readonly request?: EffectRequest })
  | Request
  /** Runs another Interaction, then asks {@link ElementType.returned}. */
  | { readonly do: 'call'; readonly interaction: InteractionId; readonly variables: JsonObject }
  /** Hands the session to somebody, who goes on behind `exit`. */
  | { readonly do: 'transfer'; readonly exit: string; readonly to: TransferTarget; readonly note?: string }
  | { readonly do: 'finish'; readonly outcome: string; readonly summary?: string }
  | Failure;

/** What was answered, for the log; left out where the page asked nothing. A secret answer is shown masked. */
export interface GivenAnswer {
  readonly answer?: Json;
  readonly shown?: string;
  /** The answer stands in no event; its variables are held in memory. */
  readonly secret?: true;
}

export type AnswerOutcome =
  | (Leave & GivenAnswer)
  /** The answer is asked about outside first; {@link ElementType.resume} takes it or turns it down. */
  | Request
  | { readonly do: 'refuse'; readonly problems: readonly FieldProblem[] };

/** What becomes of a page or a waiting element when the result of its effect is there. */
export type ResumeOutcome =
  | (Leave & GivenAnswer)
  /** Stays where it is, after setting what it sets. */
  | { readonly do: 'stay'; readonly sets?: readonly Assignment[] }
  | { readonly do: 'refuse'; readonly problems: readonly FieldProblem[] }
  | Failure;

/** How a called Interaction ended. */
export interface CallReturn {
  readonly outcome: string;
  readonly variables: JsonObject;
}

/** What answers are possible: for generated walks, simulation and proof. */
export interface Domain {
  /** Inputs that between them reach every exit; `undefined` stands for going on without an answer. */
  readonly samples: readonly (Json | undefined)[];
  /** Results of its effect that between them reach every exit that hangs on one. */
  readonly results?: readonly EffectResult[];
}

/** One thing that deciding can come to: a rule that is true, a row that is taken, or that none is. */
export interface RuleOutcome {
  /** As {@link Leave.why} names it in its `by`. */
  readonly id: string;
  readonly label: string;
}

/** An Interaction, connection or other thing of the account that the settings name. */
export interface Reference {
  readonly kind: 'interaction' | 'connection' | 'outcome' | 'team' | 'image';
  readonly key: string;
  /** Where in the settings, dotted. */
  readonly path: string;
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
  /** What its deciding can come to, in order; left out where the exits tell all. Each is to be shown by a test. */
  rules?(settings: Settings): readonly RuleOutcome[];
  option?(settings: Settings): OptionFace;
  /** The first words on its card. */
  summary(settings: Settings, language: string): string;
  texts(settings: Settings): readonly TextPlace[];
  expressions(settings: Settings): readonly ExpressionPlace[];
  /** Texts that no person reads, with values in them. */
  templates?(settings: Settings): readonly TemplatePlace[];
  /** Variables it makes by itself, which then stand in the file's `variables`. */
  makes(settings: Settings): readonly MadeVariable[];
  writes(settings: Settings): readonly string[];
  /** What else than connected options the variable that it makes can be: the items of a list, with their labels. */
  offers?(settings: Settings, variable: string, context: RunContext): readonly OfferedOption[];
  /** How a text of the variable that it makes is written in texts; undefined: as it is. */
  shows?(settings: Settings, variable: string, value: string): string | undefined;
  /** What else of the account it depends on. */
  references?(settings: Settings): readonly Reference[];
  problems(settings: Settings, context: ModelContext): readonly SettingsProblem[];
  domain(settings: Settings, context: ModelContext): Domain;

  /** A run stays here for a while though the type shows no page, so no cycle through it runs on and on. */
  waits?(settings: Settings): boolean;

  /** What happens when the run arrives. Types of group `note` are never entered. */
  enter(settings: Settings, context: RunContext): EnterOutcome;
  /** The page of an element that waits. */
  page?(settings: Settings, context: RunContext): PagePart;
  /** An answer to that page; `undefined` is going on without one. */
  answer?(settings: Settings, input: Json | undefined, context: RunContext): AnswerOutcome;
  /** The result of the effect that it requested on entering or answering. */
  resume?(settings: Settings, result: EffectResult, effect: OpenEffect, context: RunContext): ResumeOutcome;
  /**
   * What is waited for, in the session's language (the element's name unless given), and whether one may go on without
   * it. A type that does not say can be gone on from.
   */
  awaits?(settings: Settings, context: RunContext): { readonly label?: string; readonly skippable: boolean };
  /** The result that previews, tests and simulated people get, where nothing else is given. */
  sample?(settings: Settings, context: RunContext): EffectResult;
  /**
   * The settings as a player may have them who steps ahead of the server: without what only the server acts on. What then
   * comes of an answer must still be a {@link Request} where it was one. All of them unless given; of group `action` none.
   */
  forPlayer?(settings: Settings): Settings;
  /** The Interaction that it called is over. */
  returned?(settings: Settings, call: CallReturn, context: RunContext): Leave | Failure;
}

/** Checks a definition against its settings type and hands it on for the catalogue. */
export function elementType<Settings extends object>(definition: ElementType<Settings>): ElementType {
  return definition as unknown as ElementType;
}

/** All element types by name. It is handed in; nothing below `elements/` imports it. */
export type Catalog = ReadonlyMap<string, ElementType>;
