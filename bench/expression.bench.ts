import { evaluate as evaluateByFeelin, date as feelinDate, parseExpression as parseByFeelin } from 'feelin';
import { type Compiled, compileExpression, parseExpression } from '#expressions/expression.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { JsonObject } from '#prelude/json.ts';
import { goal } from './goal.ts';
import { compareSideBySide } from './measure.ts';

// What an expression costs: a condition of a Decision, evaluated over and over with the values of a session, one core,
// times in microseconds. feelin reads the text at every evaluation and offers no way to keep what it has read; so its
// reading is shown alone, too, and what is left of it is the difference.

const NOW = Date.UTC(2026, 2, 1, 9);

const values: JsonObject = {
  amount: 120,
  problem: 'billing',
  contract_end: '2026-05-01',
  calls: [3, 14, 8, 2],
  customer: { name: 'Ana', tier: 'gold', since: '2019-02-11' },
};

const scope: Scope = {
  amount: { kind: 'number' },
  problem: { kind: 'option' },
  contract_end: { kind: 'date' },
  calls: { kind: 'list', items: { kind: 'number' } },
  customer: {
    kind: 'record',
    fields: { name: { kind: 'text' }, tier: { kind: 'text' }, since: { kind: 'date' } },
  },
};

/** A session of a long Interaction has that many more. */
const manyValues: JsonObject = {
  ...Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`answer_${index}`, `value ${index}`])),
  ...values,
};

const COMPARISON = 'amount > 100 and problem = "billing"';

const sources = {
  comparison: COMPARISON,
  'a field and a list': 'customer.tier in ("gold", "silver") and max(calls) > 10',
  'a date': 'contract_end < date("2026-06-30")',
  arithmetic: 'if amount * 1.21 - 20 > 125.2 then "high" else "low"',
};

function compiled(source: string): Compiled {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`);
  return compileExpression(parsed.value, scope);
}

/** The comparison as somebody would write it by hand: what no engine can be faster than. */
function byHand({ amount, problem }: JsonObject): boolean {
  return typeof amount === 'number' && amount > 100 && problem === 'billing';
}

// feelin takes dates as objects of its own.
const forFeelin = { ...values, contract_end: feelinDate('2026-05-01') };
const manyForFeelin = { ...manyValues, ...forFeelin };

let medians: ReadonlyMap<string, number> = new Map();
for (const [name, source] of Object.entries(sources)) {
  const expression = compiled(source);
  const expected = expression.evaluate(values, { now: NOW });
  const other = evaluateByFeelin(source, forFeelin).value;
  if (expected.value !== other) throw new Error(`${source} is ${expected.value} here and ${other} there`);
  process.stdout.write(`${name}: ${source}\n`);
  const measured = compareSideBySide(
    {
      'Waymark, compiled once': () => expression.evaluate(values, { now: NOW }),
      'Waymark, compiled once, 200 more values': () => expression.evaluate(manyValues, { now: NOW }),
      'Waymark, read and compiled each time': () => compiled(source).evaluate(values, { now: NOW }),
      'feelin, which reads each time': () => evaluateByFeelin(source, forFeelin),
      'feelin, 200 more values': () => evaluateByFeelin(source, manyForFeelin),
      'feelin, reading alone': () => parseByFeelin(source, forFeelin, undefined),
      ...(source === COMPARISON ? { 'written by hand in JavaScript': () => byHand(values) } : {}),
    },
    { each: 1, unit: 'µs', base: 'Waymark, compiled once' },
  );
  if (source === COMPARISON) medians = measured;
}
goal('a compiled comparison, µs', medians.get('Waymark, compiled once'), 1, 'at most');
