import { type ComparedValues, comparedValues } from '#expressions/compared-values.ts';
import { parseExpression } from '#expressions/expression.ts';
import { parseTemplate } from '#expressions/template.ts';
import type { Json } from '#prelude/json.ts';
import type { Program } from '../program.ts';

/** The values that the expressions of an Interaction compare each variable with, gathered from all of them. */
export function valuesToTry(program: Program): ComparedValues {
  const all = new Map<string, Json[]>();
  for (const { type, settings } of program.elements.values()) {
    const sources = [
      ...type.expressions(settings).map(({ source }) => source),
      ...type.texts(settings).flatMap(({ text }) => Object.values(text).flatMap(sourcesIn)),
    ];
    for (const source of sources) {
      const parsed = parseExpression(source);
      if (!parsed.ok) continue;
      for (const [name, values] of comparedValues(parsed.value)) {
        const known = all.get(name) ?? [];
        all.set(name, [...known, ...values.filter((value) => !known.includes(value))]);
      }
    }
  }
  return all;
}

function sourcesIn(text: string): readonly string[] {
  const template = parseTemplate(text);
  if (!template.ok) return [];
  return template.value.parts.flatMap((part) => (part.kind === 'expression' ? [part.expression.source] : []));
}
