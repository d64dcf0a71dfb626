import { assertNever } from '#prelude/assert-never.ts';
import type { ValueType } from './value-type.ts';

/** How many values a rule row compares with. */
type Operands = 'none' | 'one' | 'two' | 'many';

interface ComparatorFacts {
  /** What stands between variable and value in a row; `before` and the like are the words for dates and times. */
  readonly words: string;
  readonly wordsForTime?: string;
  readonly operands: Operands;
}

/** What a rule row can ask about a variable. */
export const COMPARATORS = {
  equals: { words: 'equals', wordsForTime: 'is', operands: 'one' },
  'is-not': { words: 'is not', operands: 'one' },
  'less-than': { words: 'is less than', wordsForTime: 'is before', operands: 'one' },
  'at-most': { words: 'is at most', wordsForTime: 'is at the latest', operands: 'one' },
  'more-than': { words: 'is more than', wordsForTime: 'is after', operands: 'one' },
  'at-least': { words: 'is at least', wordsForTime: 'is at the earliest', operands: 'one' },
  between: { words: 'is between', operands: 'two' },
  'in-list': { words: 'is one of', operands: 'many' },
  'not-in-list': { words: 'is none of', operands: 'many' },
  contains: { words: 'contains', operands: 'one' },
  'contains-not': { words: 'does not contain', operands: 'one' },
  'starts-with': { words: 'starts with', operands: 'one' },
  'ends-with': { words: 'ends with', operands: 'one' },
  matches: { words: 'matches the pattern', operands: 'one' },
  has: { words: 'has', operands: 'one' },
  'has-not': { words: 'does not have', operands: 'one' },
  'is-empty': { words: 'is empty', operands: 'none' },
  'is-not-empty': { words: 'is not empty', operands: 'none' },
  'is-set': { words: 'is set', operands: 'none' },
  'is-not-set': { words: 'is not set', operands: 'none' },
} as const satisfies { readonly [id: string]: ComparatorFacts };

export type Comparator = keyof typeof COMPARATORS;

const EQUALITY = ['equals', 'is-not'] as const;
const ORDER = ['less-than', 'at-most', 'more-than', 'at-least', 'between'] as const;
const CHOICE = ['in-list', 'not-in-list'] as const;
const PRESENCE = ['is-set', 'is-not-set'] as const;

/** The comparators that a rule row offers for a variable, the usual one first. */
export function comparatorsFor(type: ValueType): readonly Comparator[] {
  switch (type.kind) {
    case 'text':
      return [...EQUALITY, 'contains', 'contains-not', 'starts-with', 'ends-with', 'matches', ...CHOICE, ...PRESENCE];
    case 'option':
      return [...EQUALITY, ...CHOICE, ...PRESENCE];
    case 'number':
    case 'money':
    case 'date':
    case 'time':
    case 'date-time':
    case 'duration':
      return [...EQUALITY, ...ORDER, ...CHOICE, ...PRESENCE];
    case 'boolean':
      return [...EQUALITY, ...PRESENCE];
    case 'list':
      return ['has', 'has-not', 'is-empty', 'is-not-empty', ...PRESENCE];
    case 'any':
      return [...EQUALITY, ...CHOICE, ...PRESENCE];
    case 'record':
    case 'file':
    case 'null':
      return PRESENCE;
    default:
      return assertNever(type);
  }
}

/** The type that the value of a row must have: for a list that of its items. */
export function operandType(type: ValueType): ValueType {
  return type.kind === 'list' ? type.items : type;
}
