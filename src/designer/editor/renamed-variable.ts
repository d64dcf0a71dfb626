import * as z from 'zod';
import { elementBase } from '#contract/element-base.ts';
import type { ElementType } from '#contract/element-type.ts';
import { faceOf } from '#contract/setting.ts';
import { freeVariables, parseExpression } from '#expressions/expression.ts';
import type { FreeName } from '#expressions/free-names.ts';
import { freeVariablesOfTemplate, parseTemplate } from '#expressions/template.ts';
import { expressionsOf, type Placed, templatesOf, textsOf } from '#format/element-places.ts';
import type { Element } from '#format/interaction.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { settingsOf } from './draft.ts';
import { putIn } from './put-in.ts';

/** A variable that is called otherwise from now on. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** Fields that records have: a name like theirs within a filter, `orders[total > 10]`, is taken for the field. */
  readonly fields: ReadonlySet<string>;
}

/** An element with the variable called otherwise in its texts, expressions and settings; the same object where it is in none. */
export function withRenamed(element: Element, type: ElementType, renaming: Renaming): Element {
  const placed: Placed = { element, type, settings: settingsOf(element) };
  let made: Json | undefined = element as unknown as JsonObject;
  const put = (path: readonly string[], text: Json) => {
    if (at(made, path) !== text) made = putIn(made, path, text);
  };
  for (const { path, text } of textsOf(placed)) {
    for (const [language, words] of Object.entries(text))
      put([...path.split('.'), language], inTemplate(words, renaming));
  }
  for (const [index, { text, from }] of (element.outdated ?? []).entries()) {
    put(['outdated', String(index), 'text'], inTemplate(text, renaming));
    put(['outdated', String(index), 'from'], inTemplate(from, renaming));
  }
  for (const { path, source } of templatesOf(placed)) put(path.split('.'), inTemplate(source, renaming));
  for (const { path, source, adds } of expressionsOf(placed)) {
    const written = at(made, path.split('.'));
    const isOwn = adds !== undefined && Object.hasOwn(adds, renaming.from);
    if (typeof written === 'string' && !isOwn) put(path.split('.'), inExpression(written, source, renaming));
  }
  const schema = elementBase.extend(type.settings instanceof z.ZodObject ? type.settings.shape : {});
  for (const path of variablePaths(schema, made, [])) if (at(made, path) === renaming.from) put(path, renaming.to);
  return made as unknown as Element;
}

/** What cannot be read stays as it is: nobody knows what its words are. */
function inTemplate(text: string, renaming: Renaming): string {
  const template = parseTemplate(text);
  return template.ok ? replaced(text, 0, freeVariablesOfTemplate(template.value), renaming) : text;
}

/**
 * Some settings are only the end of the expression they stand for: the cell `< limit` of a decision table is
 * `age in (< limit)`.
 */
function inExpression(written: string, source: string, renaming: Renaming): string {
  const start = source.lastIndexOf(written);
  const expression = parseExpression(start < 0 ? written : source);
  return expression.ok ? replaced(written, Math.max(0, start), freeVariables(expression.value), renaming) : written;
}

/** From the last to the first, so that the places of those before stay right. */
function replaced(text: string, start: number, names: readonly FreeName[], { from, to, fields }: Renaming): string {
  return names
    .filter((name) => name.name === from && !(name.perhapsField && fields.has(from)))
    .map((name) => ({ from: name.from - start, to: name.to - start }))
    .filter((place) => place.from >= 0 && place.to <= text.length)
    .toSorted((a, b) => b.from - a.from)
    .reduce((made, place) => made.slice(0, place.from) + to + made.slice(place.to), text);
}

/** Where settings name a variable by its key, whatever the setting is called. */
function variablePaths(
  schema: unknown,
  value: Json | undefined,
  path: readonly string[],
): readonly (readonly string[])[] {
  if (value === undefined) return [];
  if (schema instanceof z.ZodOptional) return variablePaths(schema.unwrap(), value, path);
  if (schema instanceof z.ZodArray) {
    const items = Array.isArray(value) ? (value as readonly Json[]) : [];
    return items.flatMap((item, index) => variablePaths(schema.element, item, [...path, String(index)]));
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const key = schema.def.discriminator;
    const fits = schema.options.find(
      (option) => option instanceof z.ZodObject && option.shape[key]?.safeParse(at(value, [key])).success,
    );
    return variablePaths(fits, value, path);
  }
  if (!(schema instanceof z.ZodObject) || !isJsonObject(value)) return [];
  return Object.entries<z.ZodType>(schema.shape).flatMap(([name, field]) => {
    const here = [...path, name];
    return faceOf(field)?.widget === 'variable' ? [here] : variablePaths(field, value[name], here);
  });
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  let here = value;
  for (const key of path) {
    if (Array.isArray(here)) here = (here as readonly Json[])[Number(key)];
    else here = isJsonObject(here) ? here[key] : undefined;
  }
  return here;
}
