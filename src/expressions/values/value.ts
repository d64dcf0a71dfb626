import { assertNever } from '#prelude/assert-never.ts';
import type { Span } from '../errors.ts';
import type { CompareOperator } from '../syntax/node.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { ClockTime } from './clock-time.ts';
import type { DateTime } from './date-time.ts';
import type { DaysDuration, MonthsDuration } from './durations.ts';
import type { Money } from './money.ts';
import { Special } from './special.ts';

/**
 * What an expression works on. JSON is such a value as it stands (an object is a context, an unset key is null);
 * the other kinds are instances of {@link Special} and never look like JSON.
 */
export type Value = null | boolean | number | string | List | Context | SpecialValue;
export type List = readonly Value[];
export interface Context {
  readonly [key: string]: Value | undefined;
}
type Temporal = CalendarDate | ClockTime | DateTime;
export type SpecialValue = Temporal | DaysDuration | MonthsDuration | Money | Range | FunctionValue;

/** All values between two ends; an end that is null is open to that side. */
export class Range extends Special {
  readonly kind = 'range';
  readonly start: Value;
  readonly end: Value;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  /** The operator that made it, as in `(> 5)`; then it equals no range that was written with two ends. For `!=` it is all but one value. */
  readonly operator: CompareOperator | undefined;

  constructor(start: Value, end: Value, startIncluded: boolean, endIncluded: boolean, operator?: CompareOperator) {
    super();
    this.start = start;
    this.end = end;
    this.startIncluded = startIncluded;
    this.endIncluded = endIncluded;
    this.operator = operator;
  }

  /** The range that `> value` and the like stand for. */
  static ofTest(operator: CompareOperator, value: Value): Range {
    switch (operator) {
      case '<':
      case '<=':
        return new Range(null, value, false, operator === '<=', operator);
      case '>':
      case '>=':
        return new Range(value, null, operator === '>=', false, operator);
      case '=':
      case '!=':
        return new Range(value, value, true, true, operator);
      default:
        return assertNever(operator);
    }
  }
}

/** A function as a value: one that the expression defines, or a built-in one that it hands on by its name. It belongs to one evaluation. */
export class FunctionValue extends Special {
  readonly kind = 'function';
  readonly parameters: readonly string[];
  readonly call: (args: readonly Value[], at: Span) => Value;

  constructor(parameters: readonly string[], call: (args: readonly Value[], at: Span) => Value) {
    super();
    this.parameters = parameters;
    this.call = call;
  }
}

export type ValueKind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'text'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date-time'
  | 'days-duration'
  | 'months-duration'
  | 'money'
  | 'range'
  | 'function';

export function kindOf(value: Value): ValueKind {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'string':
      return 'text';
    case 'boolean':
      return 'boolean';
    default:
      if (isList(value)) return 'list';
      return isSpecial(value) ? value.kind : 'context';
  }
}

export function isList(value: Value): value is List {
  return Array.isArray(value);
}

export function isSpecial(value: Value): value is SpecialValue {
  return value instanceof Special;
}

export function isContext(value: Value): value is Context {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Special);
}

/** An entry of a context; null where there is none. Only what the context itself has counts, never what all objects inherit. */
export function entryOf(context: Context, key: string): Value {
  return Object.hasOwn(context, key) ? (context[key] ?? null) : null;
}

/** What a kind is called in a message. */
export const KIND_NAMES: { readonly [kind in ValueKind]: string } = {
  null: 'nothing',
  boolean: 'yes or no',
  number: 'a number',
  text: 'a text',
  list: 'a list',
  context: 'a record',
  date: 'a date',
  time: 'a time',
  'date-time': 'a date and time',
  'days-duration': 'a duration of days and time',
  'months-duration': 'a duration of years and months',
  money: 'an amount of money',
  range: 'a range',
  function: 'a function',
};
