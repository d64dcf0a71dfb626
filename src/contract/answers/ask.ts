import type { Json, JsonObject } from '#prelude/json.ts';
import type { FieldProblem } from '../command.ts';
import type { Assignment, ExpressionPlace, OfferedOption, RunContext, TextPlace } from '../element-type.ts';
import type { Cause } from '../event.ts';
import type { PageField } from '../page.ts';
import { say } from '../wording.ts';
import type { AnswerSettings, AskContext } from './answer-kind.ts';
import { kindOf } from './answer-kinds.ts';
import { MASK } from './mask.ts';

/** The texts of an answer's settings, those that every kind has and those of the kind. */
export function answerTexts(settings: AnswerSettings): readonly TextPlace[] {
  const { hint, check } = settings;
  return [
    ...(hint ? [{ path: 'hint', text: hint, formatted: false, label: 'Hint' }] : []),
    ...(check ? [{ path: 'check.message', text: check.message, formatted: false, label: 'Said otherwise' }] : []),
    ...(kindOf(settings).texts?.(settings) ?? []),
  ];
}

/** The expressions of an answer's settings, those that every kind has and those of the kind. */
export function answerExpressions(settings: AnswerSettings): readonly ExpressionPlace[] {
  const kind = kindOf(settings);
  const { preset, check } = settings;
  return [
    ...(preset === undefined
      ? []
      : [{ path: 'preset', source: preset, expects: kind.type(settings), label: 'Filled in beforehand' }]),
    ...(check ? [{ path: 'check.when', source: check.when, expects: BOOLEAN, label: 'Accepted when' }] : []),
    ...(kind.expressions?.(settings) ?? []),
  ];
}

const BOOLEAN = { kind: 'boolean' } as const;

/**
 * What a kind of answer sees of the run.
 *
 * @param options what is offered, where neither a list nor connected Choices say it: a form's own choices
 */
export function askContext(
  settings: AnswerSettings,
  context: RunContext,
  options?: readonly OfferedOption[],
): AskContext {
  return new Ask(settings, context, options);
}

/** Kinds take out of it what they need, so its functions stand alone; they are made for those that take them. */
class Ask implements AskContext {
  readonly #settings: AnswerSettings;
  readonly #context: RunContext;
  #options: readonly OfferedOption[] | undefined;
  #found = false;

  constructor(settings: AnswerSettings, context: RunContext, options: readonly OfferedOption[] | undefined) {
    this.#settings = settings;
    this.#context = context;
    this.#options = options;
  }

  get language(): string {
    return this.#context.language;
  }

  get now(): number {
    return this.#context.now;
  }

  get timeZone(): string | undefined {
    return this.#context.timeZone;
  }

  get files(): AskContext['files'] {
    return this.#context.files;
  }

  /** Looked for when first asked: most kinds have none. */
  get options(): readonly OfferedOption[] {
    if (!this.#found) {
      this.#found = true;
      const kind = kindOf(this.#settings);
      this.#options = kind.offers?.(this.#settings, this) ?? this.#options ?? connected(this.#settings, this.#context);
    }
    return this.#options ?? NO_OPTIONS;
  }

  get words(): AskContext['words'] {
    return (text) => this.#context.words(text);
  }

  get show(): AskContext['show'] {
    return (value, type) => this.#context.show(value, type);
  }

  get evaluate(): AskContext['evaluate'] {
    return (source, beside) => this.#context.evaluate(source, beside);
  }

  get secretsOf(): AskContext['secretsOf'] {
    return (source) => this.#context.secretsOf(source);
  }
}

const NO_OPTIONS: readonly OfferedOption[] = [];

function connected(settings: AnswerSettings, context: RunContext): readonly OfferedOption[] {
  const exit = kindOf(settings)
    .exits(settings)
    .find(({ connectors }) => connectors === 'options');
  return exit ? context.options(exit.name) : NO_OPTIONS;
}

/**
 * The field that asks for an answer. The earlier answer stands in it, else what is to be filled in beforehand.
 *
 * @param field.required overrides the setting, where there is no way on without an answer or a form decides it
 */
export function fieldFor(
  settings: AnswerSettings,
  context: RunContext,
  field: {
    readonly name: string;
    readonly label: string;
    readonly earlier: Json | undefined;
    readonly required?: boolean;
    readonly options?: readonly OfferedOption[];
  },
): PageField {
  const kind = kindOf(settings);
  const ask = askContext(settings, context, field.options);
  const given = kind.secret ? undefined : (field.earlier ?? presetOf(settings, context));
  const value = given === undefined || !kind.inputOf ? given : kind.inputOf(settings, given, ask);
  const { required = settings.required !== false } = field;
  return {
    name: field.name,
    kind: kind.kind,
    label: field.label,
    required: required && !offersNothing(settings, ask),
    // The variable may be secret though the kind of answer is not: players write down neither.
    ...(kind.secret || context.isSecret(settings.variable) ? { secret: true as const } : {}),
    limits: kind.limits(settings, ask),
    ...(settings.hint ? { hint: context.words(settings.hint) } : {}),
    ...(ask.options.length > 0 ? { options: ask.options } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

function presetOf({ preset }: AnswerSettings, context: RunContext): Json | undefined {
  if (preset === undefined || context.secretsOf(preset).length > 0) return undefined;
  return context.evaluate(preset).value ?? undefined;
}

/** A list that turned out empty: nobody can choose from it, so nobody is held up by it. */
function offersNothing(settings: AnswerSettings, ask: AskContext): boolean {
  return ask.options.length === 0 && kindOf(settings).offers?.(settings, ask) !== undefined;
}

export type TakenAnswer =
  | {
      readonly ok: true;
      /** Left out: none was given, and none is required. */
      readonly value?: Json;
      readonly shown: string;
      readonly option?: OfferedOption['element'];
      /** Sets the variable, or unsets it where nothing was given. */
      readonly set: Assignment;
    }
  | { readonly ok: false; readonly problem: FieldProblem };

/**
 * Takes an input for an answer: whether one is required, what its kind says of it, and the rule it must keep.
 *
 * @param required overrides the setting where a form decides it in each run
 * @param beside answers of the same page, which the rule may look at
 */
export function takeAnswer(
  settings: AnswerSettings,
  input: Json | undefined,
  context: RunContext,
  field: {
    readonly name: string;
    readonly required?: boolean;
    readonly beside?: JsonObject;
    readonly options?: readonly OfferedOption[];
  },
): TakenAnswer {
  const kind = kindOf(settings);
  const { name, required = settings.required !== false, beside } = field;
  const refuse = (code: string, message: string): TakenAnswer => ({
    ok: false,
    problem: { field: name, code, message },
  });
  const { variable: key } = settings;
  const ask = askContext(settings, context, field.options);
  if (isNothing(input)) {
    if (required && !offersNothing(settings, ask))
      return refuse('answer.required', say(context.language, 'answer.required'));
    return { ok: true, shown: '', set: { key, cause: BY_ANSWER } };
  }
  const read = kind.read(settings, input, ask);
  if (!read.ok) return refuse(read.problem.code, read.problem.message);
  const { check } = settings;
  if (check && context.evaluate(check.when, { ...beside, [key]: read.value }).value !== true) {
    return refuse('answer.check', context.words(check.message) || say(context.language, 'answer.check'));
  }
  const { value, option } = read;
  const shown = kind.secret ? MASK : read.shown;
  const set = { key, value, cause: BY_ANSWER };
  return option === undefined ? { ok: true, value, shown, set } : { ok: true, value, shown, option, set };
}

const BY_ANSWER: Cause = { by: 'answer' };

/** Whether an input is no answer at all. */
export function isNothing(input: Json | undefined): input is undefined | null | '' {
  return (
    input === undefined || input === null || (typeof input === 'string' && input.trim() === '') || isEmptyList(input)
  );
}

function isEmptyList(input: Json): boolean {
  return Array.isArray(input) && input.length === 0;
}
