import { BOOLEAN } from '../types/static-type.ts';
import type { List, Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, type FunctionForm, form } from './definition.ts';
import { any, list, rest } from './parameters.ts';

/** Whether one item decides, with three values as `and` and `or` have them. */
function decided(call: Call, items: List, decisive: boolean): Value {
  call.run.spend(items.length);
  let unknown = false;
  for (const item of items) {
    if (item === decisive) return decisive;
    if (item !== !decisive) unknown = true;
  }
  return unknown ? null : !decisive;
}

/** The list as one argument, or its items as many. */
function overItems(calculate: (call: Call, items: List) => Value): readonly FunctionForm[] {
  return [
    form([list('list', BOOLEAN)], BOOLEAN, calculate),
    form([any('item'), rest(any('items'))], BOOLEAN, (call, first, more) => calculate(call, [first, ...more])),
  ];
}

export const LOGIC_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'not',
    help: 'Yes for no and no for yes.',
    example: { expression: 'not(1 > 2)', value: true },
    forms: [
      form([any('negand', BOOLEAN)], BOOLEAN, (call, value) => {
        if (typeof value === 'boolean') return !value;
        return value === null ? null : call.fail('expression.wrong-type', '“not” needs yes or no.');
      }),
    ],
  },
  {
    name: 'all',
    help: 'Whether all items are true.',
    example: { expression: 'all([true, 1 < 2])', value: true },
    forms: overItems((call, items) => decided(call, items, false)),
  },
  {
    name: 'any',
    help: 'Whether at least one item is true.',
    example: { expression: 'any([false, 1 < 2])', value: true },
    forms: overItems((call, items) => decided(call, items, true)),
  },
];
