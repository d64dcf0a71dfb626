import type * as z from 'zod';
import type { Evaluation } from '#expressions/expression.ts';
import type { ValueType } from '#expressions/value-type.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { FieldProblem } from '../command.ts';
import type { Exit, ExpressionPlace, OfferedOption, OptionFace, SettingsProblem, TextPlace } from '../element-type.ts';
import type { FileValue } from '../file-value.ts';
import type { LocalizedText } from '../localized-text.ts';

/** What all kinds of answer have in common. */
export interface AnswerSettings {
  readonly kind: string;
  /** The variable that holds the answer. */
  readonly variable: string;
  readonly required?: boolean | undefined;
  readonly hint?: LocalizedText | undefined;
  /** FEEL text: what stands in the field beforehand. */
  readonly preset?: string | undefined;
  /** FEEL text over the answer's own variable and all others: must be true, else `message` is said. */
  readonly check?: { readonly when: string; readonly message: LocalizedText } | undefined;
}

export interface AskContext {
  readonly language: string;
  readonly now: number;
  /** Where dates and times are meant that say no place; undefined: wherever the asker is. */
  readonly timeZone: string | undefined;
  readonly options: readonly OfferedOption[];
  /** The files uploaded for this run, by id; undefined where nobody keeps any, as in tests of an Interaction. */
  readonly files: { readonly [id: string]: FileValue } | undefined;
  words(text: LocalizedText): string;
  show(value: Json, type: ValueType): string;
  evaluate(source: string, beside?: JsonObject): Evaluation;
  secretsOf(source: string): readonly string[];
}

export type ReadAnswer =
  | { readonly ok: true; readonly value: Json; readonly shown: string; readonly option?: OfferedOption['element'] }
  | { readonly ok: false; readonly problem: Omit<FieldProblem, 'field'> };

/** Under which heading a kind stands where one is chosen. */
export type AnswerGroup = 'Choices' | 'Text' | 'Numbers, dates and times' | 'Files';

/** One kind of answer that a Question (or a field of a Form) asks for. */
export interface AnswerKind<Settings extends AnswerSettings = AnswerSettings> {
  readonly kind: string;
  readonly title: string;
  readonly icon: string;
  readonly group: AnswerGroup;
  /** With the literal `kind`; a member of the discriminated union of all kinds. */
  readonly settings: z.ZodType<Settings>;
  defaults(variable: string): Settings;
  type(settings: Settings): ValueType;
  exits(settings: Settings): readonly Exit[];
  /** The exit taken with this answer (undefined: none given). */
  exitFor(settings: Settings, value: Json | undefined): string;
  /** Its own texts; those that every kind has are added by {@link answerTexts}. */
  texts?(settings: Settings): readonly TextPlace[];
  /** Its own expressions; those that every kind has are added by {@link answerExpressions}. */
  expressions?(settings: Settings): readonly ExpressionPlace[];
  /** Options that come from elsewhere than connected Choices, such as a list; undefined: these settings name none. */
  offers?(settings: Settings, context: Omit<AskContext, 'options'>): readonly OfferedOption[] | undefined;
  /** How people write an answer that is a text, where that is not the text itself. */
  shows?(settings: Settings, answer: string): string;
  /** Answers are never stored, logged or shown. */
  readonly secret?: true;
  problems(settings: Settings, options: readonly OptionFace[]): readonly SettingsProblem[];
  /** Inputs that between them reach every exit; undefined stands for none. */
  samples(settings: Settings, options: readonly OptionFace[]): readonly (Json | undefined)[];
  /** What the page's field shows and enforces. */
  limits(settings: Settings, context: AskContext): JsonObject;
  /** Whether answering leaves the page at once, as pressing a choice does. */
  leavesAtOnce(settings: Settings): boolean;
  /** What stands in the field for an answer that was given earlier, where that is not the answer itself. */
  inputOf?(settings: Settings, answer: Json, context: AskContext): Json | undefined;
  /** Checks an input that is present; `required` is checked by whoever asks. */
  read(settings: Settings, input: Json, context: AskContext): ReadAnswer;
}

export function answerKind<Settings extends AnswerSettings>(definition: AnswerKind<Settings>): AnswerKind {
  return definition as unknown as AnswerKind;
}
