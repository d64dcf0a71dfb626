import { NEXT } from '#contract/answers/answer-exits.ts';
import { kindOf } from '#contract/answers/answer-kinds.ts';
import { askContext, isNothing, takeAnswer } from '#contract/answers/ask.ts';
import { MASK } from '#contract/answers/mask.ts';
import type { FieldProblem } from '#contract/command.ts';
import type { AnswerOutcome, Assignment, OfferedOption, RunContext } from '#contract/element-type.ts';
import { say } from '#contract/wording.ts';
import { isJsonObject, type Json, type JsonObject, own } from '#prelude/json.ts';
import { type FormField, type FormSettings, fieldsOf, type PlacedField } from './settings.ts';
import { shownValues } from './shown-values.ts';

/** The field of a problem that is about the form as a whole. */
const FORM = 'form';

/**
 * Takes the answers of a form: an object by the keys of their variables. Fields that are not shown with these answers are
 * not asked, and their variables are unset; all that is wrong is said at once.
 */
export function takeForm(settings: FormSettings, input: Json | undefined, context: RunContext): AnswerOutcome {
  const given = input === undefined || input === null ? {} : input;
  if (!isJsonObject(given)) return refuse(context, 'answer.not-form');
  const fields = fieldsOf(settings);
  const stranger = Object.keys(given).find((key) => !fields.some(({ field }) => field.answer.variable === key));
  if (stranger !== undefined) return refuse(context, 'answer.no-such-field', { field: stranger });
  const values = shownValues(readable(fields, given, context), (current) => hiddenWith(fields, current, context));
  const problems: FieldProblem[] = [];
  const sets: Assignment[] = [];
  const answer: { [key: string]: Json } = {};
  const shown: string[] = [];
  const hidden = new Set(hiddenWith(fields, values, context));
  for (const { field } of fields) {
    const { variable: key } = field.answer;
    if (hidden.has(key)) {
      sets.push({ key, cause: { by: 'hidden' } });
      continue;
    }
    const options = offered(field, context);
    const taken = takeAnswer(field.answer, own(given, key), context, {
      name: key,
      required: isRequired(field, values, context),
      beside: values,
      ...(options ? { options } : {}),
    });
    if (!taken.ok) {
      problems.push(taken.problem);
      continue;
    }
    sets.push(taken.set);
    // The variable may be secret though the kind of answer is not.
    const isSecret = context.isSecret(key);
    if (taken.value !== undefined && !isSecret) answer[key] = taken.value;
    if (taken.shown !== '') shown.push(`${context.words(field.label)}: ${isSecret ? MASK : taken.shown}`);
  }
  if (problems.length > 0) return { do: 'refuse', problems };
  return { do: 'leave', exit: NEXT.name, answer, shown: shown.join(' · '), sets };
}

/** The keys of the fields that are not shown where the fields hold these values. */
export function hiddenWith(fields: readonly PlacedField[], values: JsonObject, context: RunContext): readonly string[] {
  return fields.flatMap(({ field, section }) => {
    const isAsked = isShown(section.shownWhen, values, context) && isShown(field.shownWhen, values, context);
    return isAsked ? [] : [field.answer.variable];
  });
}

/** The choices that a form offers for a field; undefined where a list or nothing offers them. */
export function offered({ choices }: FormField, context: RunContext): readonly OfferedOption[] | undefined {
  return choices?.map(({ value, label }) => ({ value, label: context.words(label) }));
}

/**
 * What the fields hold as far as it can be read: what conditions look at, whether all of it will be taken or not. A field
 * without an answer is null, so that no earlier value of its variable shows through.
 */
function readable(fields: readonly PlacedField[], given: JsonObject, context: RunContext): JsonObject {
  const values: { [key: string]: Json } = {};
  for (const { field } of fields) {
    const { answer } = field;
    const input = own(given, answer.variable);
    const read = isNothing(input)
      ? undefined
      : kindOf(answer).read(answer, input, askContext(answer, context, offered(field, context)));
    values[answer.variable] = read?.ok ? read.value : null;
  }
  return values;
}

export function isShown(condition: string | undefined, values: JsonObject, context: RunContext): boolean {
  return condition === undefined || context.evaluate(condition, values).value === true;
}

function isRequired({ requiredWhen, answer }: FormField, values: JsonObject, context: RunContext): boolean {
  return requiredWhen === undefined ? answer.required !== false : context.evaluate(requiredWhen, values).value === true;
}

function refuse(context: RunContext, code: 'answer.not-form' | 'answer.no-such-field', params = {}): AnswerOutcome {
  return { do: 'refuse', problems: [{ field: FORM, code, message: say(context.language, code, params) }] };
}
