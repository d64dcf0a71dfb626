import type { ArithmeticOperator } from '../syntax/node.ts';
import { CalendarDate } from './calendar-date.ts';
import { ClockTime, NANOS_OF_SECOND } from './clock-time.ts';
import { DateTime } from './date-time.ts';
import { DaysDuration, MonthsDuration } from './durations.ts';
import type { Meter } from './meter.ts';
import { DECIMAL_COST, ExactDecimal, Money } from './money.ts';
import { power, product, quotient, rounded, sum } from './numbers.ts';
import type { Value } from './value.ts';

/** Cost units of a calculation with dates, times and durations. */
const TEMPORAL_COST = 15;

/**
 * The result of an operator; undefined where it does not take values of these kinds. A number that is not finite stands
 * for a calculation without a result: a division by zero, or a date past the ends of the calendar.
 */
export function calculate(operator: ArithmeticOperator, a: Value, b: Value, meter: Meter): Value | undefined {
  if (typeof a === 'number' && typeof b === 'number') return calculateNumbers(operator, a, b);
  if (a instanceof Money || b instanceof Money) meter.spend(DECIMAL_COST);
  else if (typeof a !== 'string') meter.spend(TEMPORAL_COST);
  switch (operator) {
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b, meter);
    case '*':
      return multiply(a, b, meter) ?? multiply(b, a, meter);
    case '/':
      return divide(a, b, meter);
    case '**':
      return undefined;
  }
}

export function calculateNumbers(operator: ArithmeticOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return sum(a, b);
    case '-':
      return sum(a, -b);
    case '*':
      return product(a, b);
    case '/':
      return quotient(a, b);
    case '**':
      return power(a, b);
  }
}

function add(a: Value, b: Value): Value | undefined {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (a instanceof Money || b instanceof Money) return addMoney(a, b, 1);
  return addDuration(a, b, 1) ?? addDuration(b, a, 1);
}

function subtract(a: Value, b: Value, meter: Meter): Value | undefined {
  if (a instanceof Money || b instanceof Money) return addMoney(a, b, -1);
  if (b instanceof DaysDuration || b instanceof MonthsDuration) return addDuration(a, b, -1);
  return between(a, b, meter);
}

/** A number beside money is an amount in the money's currency. */
function addMoney(a: Value, b: Value, sign: 1 | -1): Money | number | undefined {
  const left = typeof a === 'number' ? new ExactDecimal(a) : a instanceof Money ? a.amount : undefined;
  const right = typeof b === 'number' ? new ExactDecimal(b) : b instanceof Money ? b.amount : undefined;
  const money = a instanceof Money ? a : b instanceof Money ? b : undefined;
  if (!left || !right || !money) return undefined;
  if (a instanceof Money && b instanceof Money && a.currency !== b.currency) return undefined;
  const places = a instanceof Money && b instanceof Money ? Math.max(a.places, b.places) : money.places;
  return Money.of(sign === 1 ? left.plus(right) : left.minus(right), money.currency, places) ?? NaN;
}

function addDuration(value: Value, duration: Value, sign: 1 | -1): Value | undefined {
  if (duration instanceof DaysDuration) return addNanos(value, sign === 1 ? duration.nanos : -duration.nanos);
  if (duration instanceof MonthsDuration) return addMonths(value, sign * duration.months);
  return undefined;
}

function addNanos(value: Value, nanos: bigint): Value | undefined {
  if (value instanceof DaysDuration) return DaysDuration.of(value.nanos + nanos) ?? NaN;
  if (value instanceof DateTime) return value.plusNanos(nanos) ?? NaN;
  if (value instanceof ClockTime) {
    const day = 86_400n * BigInt(NANOS_OF_SECOND);
    const total = (((value.localNanos + nanos) % day) + day) % day;
    const second = Number(total / BigInt(NANOS_OF_SECOND));
    return ClockTime.ofSecondOfDay(second, Number(total % BigInt(NANOS_OF_SECOND)), value.zone);
  }
  return value instanceof CalendarDate ? (DateTime.atMidnight(value).plusNanos(nanos)?.date ?? NaN) : undefined;
}

function addMonths(value: Value, months: number): Value | undefined {
  if (value instanceof MonthsDuration) return MonthsDuration.of(value.months + months) ?? NaN;
  if (value instanceof CalendarDate) return value.plusMonths(months) ?? NaN;
  if (!(value instanceof DateTime)) return undefined;
  const date = value.date.plusMonths(months);
  return date ? new DateTime(date, value.time) : NaN;
}

/** The time between two temporal values; a date counts as its midnight in UTC. */
function between(a: Value, b: Value, meter: Meter): Value | undefined {
  if (a instanceof ClockTime && b instanceof ClockTime) return nanosBetween(a, b, meter);
  const first = a instanceof CalendarDate ? DateTime.atMidnight(a, UTC) : a;
  const second = b instanceof CalendarDate ? DateTime.atMidnight(b, UTC) : b;
  return first instanceof DateTime && second instanceof DateTime ? nanosBetween(first, second, meter) : undefined;
}

const UTC = { offset: 0 };

function nanosBetween(a: ClockTime | DateTime, b: ClockTime | DateTime, meter: Meter): DaysDuration | undefined {
  const first = a.utcNanos(meter);
  const second = b.utcNanos(meter);
  if (first !== undefined && second !== undefined) return DaysDuration.of(first - second);
  return first === second ? DaysDuration.of(a.localNanos - b.localNanos) : undefined;
}

function multiply(a: Value, b: Value, meter: Meter): Value | undefined {
  if (typeof b !== 'number') return undefined;
  if (a instanceof Money) return a.with(a.amount.times(b)) ?? NaN;
  if (a instanceof MonthsDuration) return MonthsDuration.of(Math.trunc(rounded(a.months * b))) ?? NaN;
  return a instanceof DaysDuration ? scaled(a, new ExactDecimal(b), meter) : undefined;
}

function divide(a: Value, b: Value, meter: Meter): Value | undefined {
  if (typeof b === 'number') {
    if (b === 0)
      return a instanceof Money || a instanceof MonthsDuration || a instanceof DaysDuration ? NaN : undefined;
    if (a instanceof Money) return a.with(a.amount.div(b)) ?? NaN;
    if (a instanceof MonthsDuration) return MonthsDuration.of(Math.trunc(rounded(a.months / b))) ?? NaN;
    return a instanceof DaysDuration ? scaled(a, new ExactDecimal(1).div(b), meter) : undefined;
  }
  if (a instanceof Money && b instanceof Money) {
    return a.currency === b.currency ? rounded(a.amount.div(b.amount).toNumber()) : undefined;
  }
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return quotient(a.months, b.months);
  if (a instanceof DaysDuration && b instanceof DaysDuration) return quotient(Number(a.nanos), Number(b.nanos));
  return undefined;
}

function scaled(duration: DaysDuration, factor: ExactDecimal, meter: Meter): DaysDuration | number {
  meter.spend(DECIMAL_COST);
  const nanos = new ExactDecimal(duration.nanos.toString()).times(factor).trunc();
  return (nanos.e < 30 && DaysDuration.of(BigInt(nanos.toFixed()))) || NaN;
}

/** `-value`; undefined for what has no opposite. */
export function negated(value: Value): Value | undefined {
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  if (value instanceof Money) return value.with(value.amount.neg());
  if (value instanceof DaysDuration) return DaysDuration.of(-value.nanos);
  return value instanceof MonthsDuration ? MonthsDuration.of(-value.months) : undefined;
}
