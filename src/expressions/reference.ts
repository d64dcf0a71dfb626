import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { EXPRESSION_ERRORS } from './errors.ts';
import type { FunctionDefinition } from './functions/definition.ts';
import { signatures } from './functions/signature.ts';
import { FUNCTION_FAMILIES } from './functions/table.ts';
import { propertiesOf } from './types/properties-of.ts';
import { DATE, DATE_TIME, DURATION, MONEY, NUMBER, rangeOf, type StaticType, TIME } from './types/static-type.ts';
import { typeName } from './types/type-relations.ts';

/** An expression with what it gives, to be shown; a test evaluates each. */
export interface Example {
  readonly says: string;
  readonly expression: string;
  readonly value: Json;
}

/** What can be written besides functions, by topic. */
export const SYNTAX: { readonly [topic: string]: readonly Example[] } = {
  'Calculating and comparing': [
    { says: 'Decimal arithmetic comes out as on paper.', expression: '0.1 + 0.2', value: 0.3 },
    { says: 'Power binds before `*` and `/`, these before `+` and `-`.', expression: '2 + 3 * 2 ** 2', value: 14 },
    { says: '`+` joins texts.', expression: '"Order " + string(7)', value: 'Order 7' },
    { says: 'Equal and not equal.', expression: '3 = 3 and 3 != 4', value: true },
    { says: 'Less, at most, more, at least.', expression: '1 < 2 and 2 >= 2', value: true },
    { says: 'From one value to another, both included.', expression: '5 between 1 and 10', value: true },
    { says: 'One of several values or ranges.', expression: '7 in (1, 3, > 5)', value: true },
    { says: 'Dates and durations.', expression: '@"2026-01-31" + @"P1M"', value: '2026-02-28' },
    { says: 'The time between two dates.', expression: '@"2026-02-01" - @"2026-01-01"', value: 'P31D' },
    {
      says: 'Exact amounts of money; two currencies are never mixed.',
      expression: 'money(0.1, "EUR") + money(0.2, "EUR")',
      value: { amount: '0.3', currency: 'EUR' },
    },
  ],
  'Yes and no': [
    { says: '`and` binds before `or`.', expression: 'true or false and false', value: true },
    { says: 'What is not known stays not known, unless the rest decides.', expression: 'null and false', value: false },
    { says: 'A choice between two values.', expression: 'if 3 > 2 then "more" else "less"', value: 'more' },
  ],
  'Lists, ranges and records': [
    { says: 'Places count from 1, or from the end.', expression: '[10, 20, 30][-1]', value: 30 },
    { says: 'A filter keeps the items for which it holds.', expression: '[1, 5, 9][item > 3]', value: [5, 9] },
    {
      says: 'In a filter of records their fields are names.',
      expression: '[{name: "Ada", age: 36}, {name: "Tim", age: 12}][age >= 18].name',
      value: ['Ada'],
    },
    { says: 'A field of a record.', expression: '{city: "Oslo", zip: "0150"}.city', value: 'Oslo' },
    { says: 'A range, whose ends belong to it or not.', expression: '10 in [1..10)', value: false },
    { says: 'Something for each item.', expression: 'for n in [1, 2, 3] return n * 2', value: [2, 4, 6] },
    { says: 'The same by counting.', expression: 'for n in 1..3 return n * 2', value: [2, 4, 6] },
    {
      says: '`partial` is the list so far.',
      expression: 'for n in 1..4 return if n < 3 then 1 else partial[-1] + partial[-2]',
      value: [1, 1, 2, 3],
    },
    { says: 'Whether it holds for any item.', expression: 'some n in [1, 2, 3] satisfies n > 2', value: true },
    { says: 'Whether it holds for every item.', expression: 'every n in [1, 2, 3] satisfies n > 2', value: false },
  ],
  'Kinds of values and functions': [
    { says: 'Which kind a value is.', expression: '"a" instance of string', value: true },
    { says: 'A function of one’s own, which cannot call itself.', expression: '(function(n) n * 2)(4)', value: 8 },
    { says: 'Arguments by their names.', expression: 'substring(string: "Waymark", start position: 4)', value: 'mark' },
  ],
};

/** Kinds of values, how they are written in an expression and what they are outside. */
const VALUES: readonly (readonly [name: string, written: string, json: string, type: StaticType | undefined])[] = [
  ['text', '`"Hello"`', '`"Hello"`', undefined],
  ['number', '`12.5`', '`12.5`', undefined],
  ['yes or no', '`true`', '`true`', undefined],
  ['money', '`money(12.5, "EUR")`', '`{"amount":"12.5","currency":"EUR"}`', MONEY],
  ['date', '`@"2026-01-31"`', '`"2026-01-31"`', DATE],
  ['time', '`@"14:30:00"`', '`"14:30:00"`', TIME],
  ['date and time', '`@"2026-01-31T14:30:00+01:00"`', '`"2026-01-31T14:30:00+01:00"`', DATE_TIME],
  ['duration', '`@"P1Y6M"`, `@"P2DT3H"`', '`"P1Y6M"`, `"P2DT3H"`', DURATION],
  ['range', '`[1..5]`, `(> 5)`', 'its text', rangeOf(NUMBER)],
  ['list', '`[1, 2]`', '`[1,2]`', undefined],
  ['record', '`{city: "Oslo"}`', '`{"city":"Oslo"}`', undefined],
];

/** The reference of expressions as a page in Markdown, made from the tables that evaluation, check and completion use. */
export function expressionReference(): string {
  return `${[
    '# Expressions',
    `Rules, assignments and the values in texts are written in FEEL, the expression language of the DMN standard. This page is
made from the tables that the program itself uses.`,
    '## Values',
    table(
      ['kind', 'in an expression', 'as JSON', 'its properties'],
      VALUES.map(([name, written, json, type]) => [name, written, json, type ? properties(type) : '']),
    ),
    'A variable that is not set is `null`. Whatever is calculated with `null` is `null`, and no error.',
    ...Object.entries(SYNTAX).flatMap(([topic, examples]) => [
      `## ${topic}`,
      table(
        ['expression', 'gives', ''],
        examples.map(({ says, expression, value }) => [code(expression), code(JSON.stringify(value)), says]),
      ),
    ]),
    '## Functions',
    'A question mark stands behind an argument that may be left out, three dots behind one that may come many times.',
    ...Object.entries(FUNCTION_FAMILIES).flatMap(([family, functions]) => [
      `### ${family}`,
      table(['function', '', 'example', 'gives'], functions.map(functionRow)),
    ]),
    '## Errors',
    `An expression that goes wrong has the value \`null\`, and says why: a code, a sentence, and from where to where in its
text.`,
    table(
      ['code', 'when'],
      Object.entries(EXPRESSION_ERRORS).map(([name, when]) => [code(name), when]),
    ),
    '## Limits',
    table(
      ['limit', ''],
      [
        [number(LIMITS.expressionLength), 'characters of an expression'],
        [String(LIMITS.expressionDepth), 'levels of nesting, in its text and in its values'],
        [number(LIMITS.listItems), 'items of a list'],
        [number(LIMITS.expressionText), 'characters of a text that it builds'],
        [number(LIMITS.expressionBudget), 'cost units of one evaluation, which are a few milliseconds'],
      ],
    ),
  ].join('\n\n')}\n`;
}

function functionRow(definition: FunctionDefinition): readonly string[] {
  const { help, example } = definition;
  const calls = signatures(definition).map(code).join('<br>');
  return [calls, help, code(example.expression), code(JSON.stringify(example.value))];
}

function properties(type: StaticType): string {
  return Object.entries(propertiesOf(type))
    .map(([name, of]) => `${code(name)} ${typeName(of)}`)
    .join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Code in a cell of a table, where a bar would end the cell. */
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** With commas between thousands, the same on every machine. */
function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
