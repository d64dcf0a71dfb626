import type { Problem } from '#contract/problem.ts';
import type { ExpressionError } from '#expressions/errors.ts';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import { faultInWords } from '#expressions/fault-place.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import { expressionsOf } from '#format/element-places.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const expressions: Check = {
  codes: ['data.empty-expression', 'data.expression'],
  says: 'Expressions can be read, know their variables and give the type that is needed.',
  run: ({ elements, scope }) =>
    [...elements.values()].flatMap((element) =>
      expressionsOf(element).flatMap(({ path, source, expects, adds, sets, label }): Problem[] => {
        const place = { severity: 'error' as const, element: element.id, path: `elements.${element.id}.${path}` };
        if (source.trim() === '') {
          const message = `“${label}” of ${named(element)} is empty; write what it depends on`;
          return [{ ...place, code: 'data.empty-expression', message }];
        }
        const wanted = expects ?? (sets && !sets.each ? declared(scope, sets.variable) : undefined);
        const written = textAt(element.settings as JsonObject, path) ?? source;
        const faults = faultsOf(source, adds ? { ...scope, ...adds } : scope, wanted);
        return faultsWithin(written, source, faults).map(({ message, from, to }) => ({
          ...place,
          code: 'data.expression',
          message: `“${label}” of ${named(element)}: ${message} ${faultInWords(written, from, to)}`,
        }));
      }),
    ),
};

/** The type of the variable that a value goes into. */
function declared(scope: Scope, variable: string): ValueType | undefined {
  return Object.hasOwn(scope, variable) ? scope[variable] : undefined;
}

function faultsOf(source: string, scope: Scope, expects: ValueType | undefined): readonly ExpressionError[] {
  const parsed = parseExpression(source);
  return parsed.ok ? checkExpression(parsed.value, scope, expects).problems : [parsed.error];
}

/**
 * The faults placed in what was written. Some settings are only the end of the expression they stand for: the cell
 * `< 18` of a decision table is `age in (< 18)`. What is wrong before it belongs to another setting.
 */
function faultsWithin(written: string, source: string, faults: readonly ExpressionError[]): readonly ExpressionError[] {
  const start = source.lastIndexOf(written);
  if (start <= 0) return faults;
  return faults
    .filter(({ from }) => from >= start)
    .map((fault) => {
      const from = Math.min(fault.from - start, written.length);
      const ends = fault.code === 'expression.syntax' && from === written.length;
      return { ...fault, from, to: fault.to - start, message: ends ? 'This is not finished.' : fault.message };
    });
}

/** The text at a dotted path of the settings. */
function textAt(settings: JsonObject, path: string): string | undefined {
  let here: Json | undefined = settings;
  for (const key of path.split('.')) {
    if (Array.isArray(here)) here = here[Number(key)];
    else here = isJsonObject(here) ? here[key] : undefined;
  }
  return typeof here === 'string' ? here : undefined;
}
