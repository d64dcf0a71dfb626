import type { Problem } from '#contract/problem.ts';
import type { ExpressionError } from '#expressions/errors.ts';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { Check } from '../check.ts';
import { named } from '../model.ts';
import { expressionsOf } from '../places.ts';

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
        return faultsOf(source, adds ? { ...scope, ...adds } : scope, wanted).map((fault) => ({
          ...place,
          code: 'data.expression',
          message: `“${label}” of ${named(element)}: ${fault.message} (at ${fault.from + 1})`,
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
