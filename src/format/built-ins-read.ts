import { freeVariables, parseExpression } from '#expressions/expression.ts';
import type { FreeName } from '#expressions/free-names.ts';
import { freeVariablesOfTemplate, parseTemplate } from '#expressions/template.ts';
import { expressionsOf, type Placed, templatesOf, textsOf } from './element-places.ts';
import type { Interaction } from './interaction.ts';
import { BUILT_IN_SCOPE } from './scope.ts';

/** Which built-in values are read, by name: their fields, undefined among them where the whole of one is. */
export type BuiltInsRead = ReadonlyMap<string, ReadonlySet<string | undefined>>;

/** What texts and expressions read that is no variable: built-in values, and those of the account. */
export function builtInsRead(elements: Iterable<Placed>, variables: Interaction['variables']): BuiltInsRead {
  const read = new Map<string, Set<string | undefined>>();
  for (const element of elements) {
    for (const { name, field } of namesIn(element)) {
      if (!Object.hasOwn(BUILT_IN_SCOPE, name) || Object.hasOwn(variables, name)) continue;
      const fields = read.get(name) ?? new Set();
      read.set(name, fields.add(field));
    }
  }
  return read;
}

function namesIn(element: Placed): readonly FreeName[] {
  return [
    ...textsOf(element).flatMap(({ text }) => Object.values(text).flatMap(inText)),
    ...templatesOf(element).flatMap(({ source }) => inText(source)),
    ...expressionsOf(element).flatMap(({ source }) => inExpression(source)),
  ];
}

/** What cannot be read, reads nothing: the checks tell of it. */
function inText(words: string): readonly FreeName[] {
  if (!words.includes('{')) return [];
  const template = parseTemplate(words);
  return template.ok ? freeVariablesOfTemplate(template.value) : [];
}

function inExpression(source: string): readonly FreeName[] {
  const parsed = parseExpression(source);
  return parsed.ok ? freeVariables(parsed.value) : [];
}
