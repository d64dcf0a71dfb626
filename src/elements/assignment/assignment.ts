import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { type Assignment, type EnterOutcome, elementType, type RunContext } from '#contract/element-type.ts';
import { setting } from '#contract/setting.ts';
import { ID_PATTERN } from '#prelude/ids.ts';

const row = z.strictObject({
  variable: setting(z.string().regex(ID_PATTERN), { widget: 'variable', label: 'Variable' }),
  expression: setting(z.string().max(10_000), {
    widget: 'expression',
    label: 'Becomes',
    help: 'A text in quotes, a number, or something worked out: price * 1.19.',
  }),
});

const settings = z.strictObject({
  rows: setting(z.array(row).max(200), {
    widget: 'rows',
    label: 'Values',
    help: 'What is worked out and kept here, all at once: the order does not matter.',
    add: 'Set a value',
    row: 'Value',
  }),
});

export type AssignmentSettings = z.infer<typeof settings>;

export const assignment = elementType<AssignmentSettings>({
  type: 'assignment',
  version: 1,
  migrations: [],
  title: 'Assignment',
  description: 'Sets variables by expressions and goes on. Nobody sees it.',
  icon: 'equal',
  group: 'logic',
  letter: 'v',
  settings,
  defaults: () => ({ rows: [] }),
  exits: () => [NEXT],
  summary: ({ rows }) => rows.map(({ variable, expression }) => `${variable} = ${expression}`).join(', '),
  texts: () => [],
  expressions: ({ rows }) =>
    rows.map(({ expression, variable }, index) => ({
      path: `rows.${index}.expression`,
      source: expression,
      sets: { variable },
      label: variable,
    })),
  makes: () => [],
  writes: ({ rows }) => rows.map(({ variable }) => variable),
  problems: ({ rows }) =>
    rows.length === 0
      ? [
          {
            code: 'assignment.nothing',
            severity: 'warning',
            path: 'rows',
            message: 'The assignment sets nothing; add a row or remove it',
          },
        ]
      : [],
  domain: () => ({ samples: [] }),
  enter: (chosen, context) => assign(chosen, context),
});

/** All rows read the values as they stood on arrival, so their order does not matter. */
function assign({ rows }: AssignmentSettings, context: RunContext): EnterOutcome {
  const sets: Assignment[] = [];
  for (const [index, { variable, expression }] of rows.entries()) {
    const { value, error } = context.evaluate(expression);
    if (error) return { do: 'fail', code: error.code, message: `“${variable}” cannot be set: ${error.message}` };
    const cause = { by: `rows.${index}`, expression, read: context.readsOf(expression) };
    sets.push(value === undefined || value === null ? { key: variable, cause } : { key: variable, value, cause });
  }
  return { do: 'leave', exit: NEXT.name, sets };
}
