import { checkExpression, parseExpression } from '#expressions/expression.ts';
import { checkTests, isAnyValue } from '#expressions/unary-tests/condition.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { GridColumn } from './grid-columns.ts';

const known = new WeakMap<Scope, Map<string, string | undefined>>();

/** Remembered by text, as most cells stay what they are while one is typed in. */
function remembered(scope: Scope, key: string, find: () => string | undefined): string | undefined {
  const kept = known.get(scope) ?? new Map<string, string | undefined>();
  known.set(scope, kept);
  if (!kept.has(key)) kept.set(key, find());
  return kept.get(key);
}

/** What is wrong with the text of a cell, in a sentence. */
export function cellProblem(column: GridColumn, text: string, scope: Scope): string | undefined {
  switch (column.kind) {
    case 'input': {
      const { expression } = column.column;
      if (isAnyValue(text) || expression.trim() === '') return undefined;
      return remembered(scope, `in ${expression}\n${text}`, () => checkTests(expression, text, scope)[0]?.message);
    }
    case 'output': {
      const { variable } = column.column;
      if (text.trim() === '') return undefined;
      return remembered(scope, `out ${variable}\n${text}`, () => valueProblem(variable, text, scope));
    }
    case 'exit':
    case 'note':
      return undefined;
  }
}

function valueProblem(variable: string, text: string, scope: Scope): string | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed.error.message;
  const type = Object.hasOwn(scope, variable) ? scope[variable] : undefined;
  return checkExpression(parsed.value, scope, type).problems[0]?.message;
}
