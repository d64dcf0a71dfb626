import { ANY, listOf, NUMBER, type StaticType } from '../types/static-type.ts';
import { eitherOf } from '../types/type-relations.ts';
import { calculate } from '../values/arithmetic.ts';
import { orderOf } from '../values/compare.ts';
import { DaysDuration, MonthsDuration } from '../values/durations.ts';
import { Money } from '../values/money.ts';
import { product, quotient, rounded, sum } from '../values/numbers.ts';
import type { List, Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, type FunctionForm, form, type ResultType } from './definition.ts';
import { any, list, rest } from './parameters.ts';

/** The list as one argument, or its items as many. */
function overItems(
  items: StaticType,
  result: ResultType,
  calculateFrom: (call: Call, items: List) => Value,
): readonly FunctionForm[] {
  const paid = (call: Call, values: List) => {
    call.run.spend(2 * values.length);
    return calculateFrom(call, values);
  };
  return [
    form([list('list', items)], result, paid),
    form([any('item', items), rest(any('items', items))], result, (call, first, more) => paid(call, [first, ...more])),
  ];
}

/** A calculation over numbers; null for an empty list. */
function ofNumbers(result: ResultType, calculateFrom: (numbers: readonly number[]) => Value): readonly FunctionForm[] {
  return overItems(NUMBER, result, (call, items) => {
    if (!items.every((item) => typeof item === 'number')) return notNumbers(call, items);
    return finite(call, calculateFrom(items));
  });
}

function notNumbers(call: Call, items: List): null {
  return items.includes(null) ? null : call.fail('expression.wrong-type', 'All items must be numbers.');
}

/** The first item in the order; null for an empty list and for items without an order. */
function first(call: Call, items: List, sign: 1 | -1): Value {
  let [found = null] = items;
  for (const item of items) {
    const order = orderOf(item, found, call.run);
    if (order === undefined) {
      if (item === null || found === null) return null;
      return call.fail('expression.wrong-type', 'These items have no order among them.');
    }
    if (order * sign < 0) found = item;
  }
  return found;
}

const itemType = (types: readonly StaticType[]): StaticType => {
  const [only] = types;
  if (types.length === 1) return only?.kind === 'list' ? only.items : (only ?? ANY);
  return eitherOf(types);
};

/** Adds numbers, amounts of money or durations of one kind. */
function total(call: Call, items: List): Value {
  const [start = null, ...others] = items;
  if (items.length === 0 || items.includes(null)) return null;
  let all = start;
  if (!canBeAdded(all)) return call.fail('expression.wrong-type', 'These items cannot be added up.');
  for (const item of others) {
    const next = canBeAdded(item) ? calculate('+', all, item, call.run) : undefined;
    if (next === undefined) return call.fail('expression.wrong-type', 'These items cannot be added up.');
    all = next;
  }
  return finite(call, all);
}

function canBeAdded(value: Value): boolean {
  const isDuration = value instanceof DaysDuration || value instanceof MonthsDuration;
  return typeof value === 'number' || value instanceof Money || isDuration;
}

function finite(call: Call, value: Value): Value {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return call.fail('expression.not-a-number', 'The calculation has no number as result.');
}

function median(numbers: readonly number[]): Value {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : quotient(sum(sorted[middle - 1] ?? upper, upper), 2);
}

/** The deviation of a sample: divided by one less than the count. */
function deviation(numbers: readonly number[]): Value {
  if (numbers.length < 2) return null;
  const mean = numbers.reduce(sum, 0) / numbers.length;
  const squares = numbers.reduce((all, each) => all + (each - mean) ** 2, 0);
  return rounded(Math.sqrt(squares / (numbers.length - 1)));
}

function mostFrequent(numbers: readonly number[]): Value {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts.keys()].filter((number) => counts.get(number) === most).sort((a, b) => a - b);
}

export const STATISTICS_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'min',
    help: 'The least of numbers, amounts, texts, dates, times or durations.',
    example: { expression: 'min([3, 1, 2])', value: 1 },
    forms: overItems(ANY, itemType, (call, items) => first(call, items, 1)),
  },
  {
    name: 'max',
    help: 'The greatest of numbers, amounts, texts, dates, times or durations.',
    example: { expression: 'max(@"2026-01-31", @"2026-02-01")', value: '2026-02-01' },
    forms: overItems(ANY, itemType, (call, items) => first(call, items, -1)),
  },
  {
    name: 'sum',
    help: 'Numbers, amounts of money or durations added up; null for an empty list.',
    example: { expression: 'sum([0.1, 0.2])', value: 0.3 },
    forms: overItems(ANY, itemType, total),
  },
  {
    name: 'mean',
    help: 'The average of numbers or amounts of money; null for an empty list.',
    example: { expression: 'mean([1, 2, 6])', value: 3 },
    forms: overItems(ANY, itemType, (call, items) => {
      const all = total(call, items);
      return all === null ? null : (calculate('/', all, items.length, call.run) ?? null);
    }),
  },
  {
    name: 'product',
    help: 'Numbers multiplied with each other; null for an empty list.',
    example: { expression: 'product([2, 3, 4])', value: 24 },
    forms: ofNumbers(NUMBER, (numbers) => (numbers.length === 0 ? null : numbers.reduce(product, 1))),
  },
  {
    name: 'median',
    help: 'The number in the middle: as many are less as are more.',
    example: { expression: 'median([8, 2, 5, 7])', value: 6 },
    forms: ofNumbers(NUMBER, median),
  },
  {
    name: 'stddev',
    help: 'How far numbers lie from their mean (standard deviation of a sample); null for fewer than two.',
    example: { expression: 'stddev([2, 4, 6])', value: 2 },
    forms: ofNumbers(NUMBER, deviation),
  },
  {
    name: 'mode',
    help: 'The numbers that come most often.',
    example: { expression: 'mode([6, 1, 6, 1, 3])', value: [1, 6] },
    forms: ofNumbers(listOf(NUMBER), mostFrequent),
  },
];
