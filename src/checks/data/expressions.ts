import type { Problem } from '#contract/problem.ts';
import type { ExpressionError } from '#expressions/errors.ts';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const expressions: Check = {
  codes: ['data.empty-expression', 'data.expression'],
  says: 'Expressions can be read, know their variables and give the type that is needed.',
  run: ({ elements, scope }) =>
    [...elements.values()].flatMap((element) =>
      element.type.expressions(element.settings).flatMap(({ path, source, expects, adds, label }): Problem[] => {
        const place = { severity: 'error' as const, element: element.id, path: `elements.${element.id}.${path}` };
        if (source.trim() === '') {
          const message = `“${label}” of ${named(element)} is empty; write what it depends on`;
          return [{ ...place, code: 'data.empty-expression', message }];
        }
        return faultsOf(source, adds ? { ...scope, ...adds } : scope, expects).map((fault) => ({
          ...place,
          code: 'data.expression',
          message: `“${label}” of ${named(element)}: ${fault.message} (at ${fault.from + 1})`,
        }));
      }),
    ),
};

function faultsOf(source: string, scope: Scope, expects: ValueType | undefined): readonly ExpressionError[] {
  const parsed = parseExpression(source);
  return parsed.ok ? checkExpression(parsed.value, scope, expects).problems : [parsed.error];
}
