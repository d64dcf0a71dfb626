import { fieldFor } from '#contract/answers/ask.ts';
import type { RunContext } from '#contract/element-type.ts';
import type { PageField, PagePart, PageSection } from '#contract/page.ts';
import { say } from '#contract/wording.ts';
import { isJsonObject, type Json, type JsonObject, own } from '#prelude/json.ts';
import { conditionsOf } from './conditions.ts';
import { type FormField, type FormSettings, fieldsOf, type PlacedField } from './settings.ts';
import { shownValues } from './shown-values.ts';
import { hiddenWith, isShown, offered } from './take-form.ts';

/** The page of a form: all its fields, and how they stand. What is shown when is decided where it is filled in. */
export function formPage(settings: FormSettings, context: RunContext): PagePart {
  const earlier = isJsonObject(context.suggestion) ? context.suggestion : {};
  const fields = fieldsOf(settings).map(({ field }) => pageField(field, earlier, context));
  const conditions = conditionsOf(settings);
  return {
    text: context.text(settings.text),
    fields,
    sections: settings.sections.map((section): PageSection => {
      const { title, columns = 1, shownWhen, items } = section;
      return {
        ...(title ? { title: context.words(title) } : {}),
        columns,
        ...(shownWhen === undefined ? {} : { shownWhen }),
        items: items.map((item) =>
          item.kind === 'field'
            ? { field: item.answer.variable }
            : {
                text: context.text(item.text),
                ...(item.shownWhen === undefined ? {} : { shownWhen: item.shownWhen }),
              },
        ),
      };
    }),
    ...(conditions.length === 0
      ? {}
      : surroundings(
          conditions.map(({ source }) => source),
          fields,
          fieldsOf(settings),
          context,
        )),
    next: say(context.language, 'page.next'),
  };
}

function pageField(field: FormField, earlier: JsonObject, context: RunContext): PageField {
  const { answer, label, shownWhen, requiredWhen } = field;
  const options = offered(field, context);
  return {
    ...fieldFor(answer, context, {
      name: answer.variable,
      label: context.words(label),
      earlier: own(earlier, answer.variable),
      ...(options ? { options } : {}),
    }),
    ...(shownWhen === undefined ? {} : { shownWhen }),
    ...(requiredWhen === undefined ? {} : { requiredWhen }),
  };
}

/** What the conditions read beside the fields, with all types, and which of them are not true yet. Secrets are masked. */
function surroundings(
  sources: readonly string[],
  fields: readonly PageField[],
  placed: readonly PlacedField[],
  context: RunContext,
): Pick<PagePart, 'values' | 'types' | 'timeZone' | 'untrue'> {
  const values: { [name: string]: Json } = {};
  const types: { [name: string]: Json } = {};
  for (const { name } of fields) types[name] = context.scope[name] as unknown as Json;
  for (const source of sources) {
    for (const [name, value] of Object.entries(context.readsOf(source))) {
      if (value === undefined || fields.some((field) => field.name === name)) continue;
      values[name] = value;
      types[name] = (context.scope[name] ?? { kind: 'any' }) as unknown as Json;
    }
  }
  const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value ?? null]));
  const filled = shownValues(typed, (current) => hiddenWith(placed, current, context));
  const untrue = [...new Set(sources)].filter((source) => !isShown(source, filled, context));
  const { timeZone } = context;
  return { values, types, ...(timeZone === undefined ? {} : { timeZone }), untrue };
}
