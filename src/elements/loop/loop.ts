import * as z from 'zod';
import { type Exit, elementType } from '#contract/element-type.ts';
import { setting } from '#contract/setting.ts';
import type { ValueType } from '#expressions/value-type.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { nextRound } from './next-round.ts';

const variable = z.string().regex(ID_PATTERN, 'a variable key is written in small letters, digits and _');

const LIST: ValueType = { kind: 'list', items: { kind: 'any' } };

const settings = z.strictObject({
  list: setting(z.string().max(LIMITS.expressionLength), {
    widget: 'expression',
    label: 'List',
    help: 'A list such as customer.contracts, looked at once, when the loop begins.',
    expects: LIST,
  }),
  item: setting(variable, {
    widget: 'variable',
    label: 'Item',
    help: 'Holds the item of the round.',
  }),
  position: setting(variable.optional(), {
    widget: 'variable',
    label: 'Position',
    help: 'Holds the number of the round, counted from 1.',
    types: ['number'],
  }),
});

export type LoopSettings = z.infer<typeof settings>;

export const EACH: Exit = {
  name: 'each',
  label: 'Each item',
  connectors: 'one',
  unconnected: 'problem',
  bounded: true,
};
export const DONE: Exit = { name: 'done', label: 'Done', connectors: 'one', unconnected: 'ends-completed' };

export const loop = elementType<LoopSettings>({
  type: 'loop',
  version: 1,
  migrations: [],
  title: 'Loop',
  description: 'Goes round once for each item of a list.',
  icon: 'repeat',
  group: 'logic',
  letter: 'o',
  settings,
  defaults: () => ({ list: '', item: 'item' }),
  exits: () => [EACH, DONE],
  summary: ({ item, list }) => `${item} in ${list}`,
  texts: () => [],
  expressions: ({ list, item: key }) => [
    { path: 'list', source: list, expects: LIST, sets: { variable: key, each: true }, label: 'List' },
  ],
  makes: () => [],
  writes: ({ item, position }) => (position === undefined ? [item] : [item, position]),
  problems: ({ item, position }) =>
    item === position
      ? [
          {
            code: 'loop.same-variable',
            severity: 'error',
            path: 'position',
            message: `“${item}” cannot hold both the item and its position; choose another variable for one of them`,
          },
        ]
      : [],
  domain: () => ({ samples: [] }),
  enter: nextRound,
});
