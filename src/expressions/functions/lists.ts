import { ANY, BOOLEAN, listOf, NUMBER, type StaticType } from '../types/static-type.ts';
import { either, eitherOf } from '../types/type-relations.ts';
import { equals } from '../values/compare.ts';
import { isList, type List, type Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, form } from './definition.ts';
import { any, functionValue, list, number, optional, rest } from './parameters.ts';

function same(call: Call, a: Value, b: Value): boolean {
  call.run.spend(2);
  return equals(a, b, call.run) === true;
}

/** A list that a function gives back. */
function paid(call: Call, items: List): List {
  call.run.spendList(items.length);
  return items;
}

/** The place in the list that a number means: 1 is the first, -1 the last. Undefined where the list has none such. */
function placeIn(items: List, position: number): number | undefined {
  const whole = Math.trunc(position);
  const at = whole > 0 ? whole - 1 : items.length + whole;
  return whole !== 0 && at >= 0 && at < items.length ? at : undefined;
}

function noSuchPlace(call: Call): null {
  return call.fail('expression.bad-value', 'The list has no such place.');
}

/** The list type of an argument; a single value counts as a list of it. */
function asList(type: StaticType | undefined): StaticType {
  if (!type || type.kind === 'any' || type.kind === 'null') return listOf(ANY);
  return type.kind === 'list' ? type : listOf(type);
}

function itemsOf(type: StaticType | undefined): StaticType {
  const of = asList(type);
  return of.kind === 'list' ? of.items : ANY;
}

const sameList = ([first]: readonly StaticType[]) => asList(first);

/** Each value once, in the order in which it was first met. */
function distinct(call: Call, items: List): List {
  const simple = new Set<Value>();
  const found: Value[] = [];
  for (const item of items) {
    call.run.spend(3);
    const isSimple = item === null || typeof item !== 'object';
    if (isSimple ? simple.has(item) : found.some((each) => same(call, each, item))) continue;
    if (isSimple) simple.add(item);
    found.push(item);
  }
  return found;
}

function flat(call: Call, items: List, into: Value[]): List {
  call.run.spendList(items.length);
  for (const item of items) {
    if (isList(item)) call.run.deeper(() => flat(call, item, into));
    else into.push(item);
  }
  call.run.checkList(into.length);
  return into;
}

/** What another list costs to make, however short. */
const COPY_COST = 30;

export const LIST_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'list contains',
    help: 'Whether a value is an item of a list.',
    example: { expression: 'list contains(["a", "b"], "b")', value: true },
    forms: [
      form([list('list'), any('element')], BOOLEAN, (call, items, element) =>
        items.some((item) => same(call, item, element)),
      ),
    ],
  },
  {
    name: 'count',
    help: 'The number of items of a list.',
    example: { expression: 'count(["a", "b"])', value: 2 },
    forms: [form([list('list')], NUMBER, (_call, items) => items.length)],
  },
  {
    name: 'sublist',
    help: 'So many items of a list from a place on; places count from 1, or from the end with a negative number.',
    example: { expression: 'sublist([4, 5, 6, 7], 2, 2)', value: [5, 6] },
    forms: [
      form(
        [list('list'), number('start position'), optional(number('length'))],
        sameList,
        (call, items, start, length) => {
          const at = placeIn(items, start);
          if (at === undefined || (length !== undefined && length < 0)) return noSuchPlace(call);
          return paid(call, items.slice(at, length === undefined ? undefined : at + Math.trunc(length)));
        },
      ),
    ],
  },
  {
    name: 'append',
    help: 'The list with more items behind its last.',
    example: { expression: 'append(["a"], "b", "c")', value: ['a', 'b', 'c'] },
    cost: COPY_COST,
    forms: [
      form(
        [list('list'), rest(any('item'))],
        ([first, ...more]) => listOf(eitherOf([itemsOf(first), ...more])),
        (call, items, more) => paid(call, [...items, ...more]),
      ),
    ],
  },
  {
    name: 'concatenate',
    help: 'The items of several lists as one list.',
    example: { expression: 'concatenate(["a"], ["b", "c"])', value: ['a', 'b', 'c'] },
    cost: COPY_COST,
    forms: [
      form(
        [rest(list('list'))],
        (types) => listOf(eitherOf(types.map(itemsOf))),
        (call, lists) =>
          paid(
            call,
            lists.flatMap((each) => (isList(each) ? each : [each])),
          ),
      ),
    ],
  },
  {
    name: 'insert before',
    help: 'The list with one more item before a place.',
    example: { expression: 'insert before(["a", "c"], 2, "b")', value: ['a', 'b', 'c'] },
    cost: COPY_COST,
    forms: [
      form(
        [list('list'), number('position'), any('newItem')],
        ([first, , item]) => listOf(either(itemsOf(first), item ?? ANY)),
        (call, items, position, newItem) => {
          const at = placeIn(items, position);
          return at === undefined ? noSuchPlace(call) : paid(call, items.toSpliced(at, 0, newItem));
        },
      ),
    ],
  },
  {
    name: 'remove',
    help: 'The list without the item at a place.',
    example: { expression: 'remove(["a", "b", "c"], 2)', value: ['a', 'c'] },
    cost: COPY_COST,
    forms: [
      form([list('list'), number('position')], sameList, (call, items, position) => {
        const at = placeIn(items, position);
        return at === undefined ? noSuchPlace(call) : paid(call, items.toSpliced(at, 1));
      }),
    ],
  },
  {
    name: 'list replace',
    help: 'The list with the item at a place, or all items that a function picks, replaced by another.',
    example: {
      expression: 'list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)',
      value: [5, 5, 7, 8],
    },
    cost: COPY_COST,
    forms: [
      form(
        [list('list'), number('position'), any('newItem')],
        ([first, , item]) => listOf(either(itemsOf(first), item ?? ANY)),
        (call, items, position, newItem) => {
          const at = placeIn(items, position);
          return at === undefined ? noSuchPlace(call) : paid(call, items.with(at, newItem));
        },
      ),
      form(
        [list('list'), functionValue('match', ['item', 'newItem'], BOOLEAN), any('newItem')],
        ([first, , item]) => listOf(either(itemsOf(first), item ?? ANY)),
        (call, items, match, newItem) => {
          if (match.parameters.length !== 2) {
            return call.fail('expression.wrong-arguments', 'The function must take an item and the new item.');
          }
          const replaced: Value[] = [];
          for (const item of items) {
            const picked = match.call([item, newItem], call.at);
            if (typeof picked !== 'boolean')
              return call.fail('expression.wrong-type', 'The function must give yes or no.');
            replaced.push(picked ? newItem : item);
          }
          return paid(call, replaced);
        },
      ),
    ],
  },
  {
    name: 'reverse',
    help: 'The list from its last item to its first.',
    example: { expression: 'reverse([1, 2, 3])', value: [3, 2, 1] },
    forms: [form([list('list')], sameList, (call, items) => paid(call, items.toReversed()))],
  },
  {
    name: 'index of',
    help: 'The places where a value stands in a list, counted from 1.',
    example: { expression: 'index of(["a", "b", "a"], "a")', value: [1, 3] },
    forms: [
      form([list('list'), any('match')], listOf(NUMBER), (call, items, match) =>
        paid(
          call,
          items.flatMap((item, at) => (same(call, item, match) ? [at + 1] : [])),
        ),
      ),
    ],
  },
  {
    name: 'union',
    help: 'The items of several lists, each value once.',
    example: { expression: 'union(["a", "b"], ["b", "c"])', value: ['a', 'b', 'c'] },
    cost: COPY_COST,
    forms: [
      form(
        [rest(list('list'))],
        (types) => listOf(eitherOf(types.map(itemsOf))),
        (call, lists) =>
          paid(
            call,
            distinct(
              call,
              lists.flatMap((each) => (isList(each) ? each : [each])),
            ),
          ),
      ),
    ],
  },
  {
    name: 'distinct values',
    help: 'The items of a list, each value once.',
    example: { expression: 'distinct values([1, 2, 1])', value: [1, 2] },
    forms: [form([list('list')], sameList, (call, items) => paid(call, distinct(call, items)))],
  },
  {
    name: 'flatten',
    help: 'The items of a list and of all lists inside it as one list.',
    example: { expression: 'flatten([[1, 2], [3, [4]]])', value: [1, 2, 3, 4] },
    forms: [form([list('list')], listOf(ANY), (call, items) => flat(call, items, []))],
  },
  {
    name: 'sort',
    help: 'The list in the order that a function tells: whether its first argument comes before its second.',
    example: { expression: 'sort([3, 1, 2], function(a, b) a < b)', value: [1, 2, 3] },
    forms: [
      form([list('list'), functionValue('precedes', ['a', 'b'], BOOLEAN)], sameList, (call, items, precedes) => {
        if (precedes.parameters.length !== 2) {
          return call.fail('expression.wrong-arguments', 'The function must take two items.');
        }
        const before = (a: Value, b: Value) => precedes.call([a, b], call.at) === true;
        return paid(
          call,
          items.toSorted((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0)),
        );
      }),
    ],
  },
];
