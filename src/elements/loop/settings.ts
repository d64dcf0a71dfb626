import * as z from 'zod';
import type { Exit } from '#contract/element-type.ts';
import { setting } from '#contract/setting.ts';
import type { ValueType } from '#expressions/value-type.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';

const variable = z.string().regex(ID_PATTERN, 'a variable key is written in small letters, digits and _');

/** Any list will do. */
export const LIST: ValueType = { kind: 'list', items: { kind: 'any' } };

export const loopSettings = z.strictObject({
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

export type LoopSettings = z.infer<typeof loopSettings>;

export const EACH: Exit = {
  name: 'each',
  label: 'Each item',
  connectors: 'one',
  unconnected: 'problem',
  bounded: true,
};
export const DONE: Exit = { name: 'done', label: 'Done', connectors: 'one', unconnected: 'ends-completed' };
