import { ANY, BOOLEAN } from '../types/static-type.ts';
import { orderOf } from '../values/compare.ts';
import type { Meter } from '../values/meter.ts';
import { Range, type Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, type FunctionForm, form, type Parameter } from './definition.ts';
import { range } from './parameters.ts';

/** A single value, which lies on a line with the ends of ranges. */
function point(name: string): Parameter<Value> {
  return {
    name,
    type: ANY,
    optional: false,
    nullable: false,
    rest: false,
    take: (value) => (value === null || value instanceof Range ? undefined : value),
  };
}

/** Thrown inside this file only, where two values turn out to have no order. One for all: to make an error takes long. */
const NO_ORDER = new Error('Two values have no order.');
/** Cost units of finding that out. */
const NO_ORDER_COST = 60;

type Side = 'start' | 'end';

/** An end of a range as a place: open ends lie before or after everything. */
function compareEnds(a: Range, sideA: Side, b: Range, sideB: Side, meter: Meter): number {
  const first = a[sideA];
  const second = b[sideB];
  if (first === null && second === null && sideA === sideB) return 0;
  if (first === null) return sideA === 'start' ? -1 : 1;
  if (second === null) return sideB === 'start' ? 1 : -1;
  return order(first, second, meter);
}

function order(a: Value, b: Value, meter: Meter): number {
  const result = orderOf(a, b, meter);
  if (result === undefined) throw NO_ORDER;
  return result;
}

function included(of: Range, side: Side): boolean {
  return side === 'start' ? of.startIncluded : of.endIncluded;
}

function pointAsRange(value: Value): Range {
  return new Range(value, value, true, true);
}

/** The questions about two ranges, as the standard defines them (DMN 1.5, table 78); a point is a range of one value. */
const before = (a: Range, b: Range, meter: Meter) => {
  const gap = compareEnds(a, 'end', b, 'start', meter);
  return gap < 0 || (gap === 0 && !(a.endIncluded && b.startIncluded));
};
const meets = (a: Range, b: Range, meter: Meter) =>
  a.endIncluded && b.startIncluded && compareEnds(a, 'end', b, 'start', meter) === 0;
const overlaps = (a: Range, b: Range, meter: Meter) => !before(a, b, meter) && !before(b, a, meter);
const startsBefore = (a: Range, b: Range, meter: Meter) => {
  const gap = compareEnds(a, 'start', b, 'start', meter);
  return gap < 0 || (gap === 0 && a.startIncluded && !b.startIncluded);
};
const endsBefore = (a: Range, b: Range, meter: Meter) => {
  const gap = compareEnds(a, 'end', b, 'end', meter);
  return gap < 0 || (gap === 0 && !a.endIncluded && b.endIncluded);
};
const sameEnd = (a: Range, b: Range, side: Side, meter: Meter) =>
  included(a, side) === included(b, side) && compareEnds(a, side, b, side, meter) === 0;
const overlapsBefore = (a: Range, b: Range, meter: Meter) =>
  overlaps(a, b, meter) && startsBefore(a, b, meter) && !endsBefore(b, a, meter);
const finishes = (a: Range, b: Range, meter: Meter) => sameEnd(a, b, 'end', meter) && !startsBefore(a, b, meter);
const starts = (a: Range, b: Range, meter: Meter) => sameEnd(a, b, 'start', meter) && !endsBefore(b, a, meter);
const includes = (a: Range, b: Range, meter: Meter) => !startsBefore(b, a, meter) && !endsBefore(a, b, meter);
const coincides = (a: Range, b: Range, meter: Meter) => sameEnd(a, b, 'start', meter) && sameEnd(a, b, 'end', meter);

type Question = (a: Range, b: Range, meter: Meter) => boolean;
const mirrored =
  (question: Question): Question =>
  (a, b, meter) =>
    question(b, a, meter);

function answer(call: Call, question: Question, a: Range, b: Range): Value {
  call.run.spend(1);
  try {
    return question(a, b, call.run);
  } catch (error) {
    if (error !== NO_ORDER) throw error;
    call.run.spend(NO_ORDER_COST);
    return call.fail('expression.wrong-type', 'These values have no order among them.');
  }
}

const FORMS = {
  points: (question: Question): FunctionForm =>
    form([point('point1'), point('point2')], BOOLEAN, (call, a, b) =>
      answer(call, question, pointAsRange(a), pointAsRange(b)),
    ),
  pointAndRange: (question: Question): FunctionForm =>
    form([point('point'), range('range')], BOOLEAN, (call, a, b) => answer(call, question, pointAsRange(a), b)),
  rangeAndPoint: (question: Question): FunctionForm =>
    form([range('range'), point('point')], BOOLEAN, (call, a, b) => answer(call, question, a, pointAsRange(b))),
  ranges: (question: Question): FunctionForm =>
    form([range('range1'), range('range2')], BOOLEAN, (call, a, b) => answer(call, question, a, b)),
};

function about(
  name: string,
  help: string,
  expression: string,
  question: Question,
  forms: readonly (keyof typeof FORMS)[],
): FunctionDefinition {
  return { name, help, example: { expression, value: true }, forms: forms.map((each) => FORMS[each](question)) };
}

export const RANGE_FUNCTIONS: readonly FunctionDefinition[] = [
  about('before', 'Whether a value or range lies before another.', 'before(1, [2..5])', before, [
    'points',
    'pointAndRange',
    'rangeAndPoint',
    'ranges',
  ]),
  about('after', 'Whether a value or range lies after another.', 'after([5..7], 4)', mirrored(before), [
    'points',
    'pointAndRange',
    'rangeAndPoint',
    'ranges',
  ]),
  about('meets', 'Whether a range ends where another starts.', 'meets([1..5], [5..9])', meets, ['ranges']),
  about('met by', 'Whether a range starts where another ends.', 'met by([5..9], [1..5])', mirrored(meets), ['ranges']),
  about('overlaps', 'Whether two ranges have a value in common.', 'overlaps([1..5], [3..8])', overlaps, ['ranges']),
  about(
    'overlaps before',
    'Whether a range starts before another and ends inside it.',
    'overlaps before([1..5], [3..8])',
    overlapsBefore,
    ['ranges'],
  ),
  about(
    'overlaps after',
    'Whether a range starts inside another and ends after it.',
    'overlaps after([3..8], [1..5])',
    mirrored(overlapsBefore),
    ['ranges'],
  ),
  about('finishes', 'Whether a value or range ends a range.', 'finishes(10, [1..10])', finishes, [
    'pointAndRange',
    'ranges',
  ]),
  about('finished by', 'Whether a range ends with a value or range.', 'finished by([1..10], 10)', mirrored(finishes), [
    'rangeAndPoint',
    'ranges',
  ]),
  about('includes', 'Whether a range contains a value or all of a range.', 'includes([5..10], 6)', includes, [
    'rangeAndPoint',
    'ranges',
  ]),
  about('during', 'Whether a value or range lies inside a range.', 'during(5, [1..10])', mirrored(includes), [
    'pointAndRange',
    'ranges',
  ]),
  about('starts', 'Whether a value or range begins a range.', 'starts(1, [1..10])', starts, [
    'pointAndRange',
    'ranges',
  ]),
  about('started by', 'Whether a range begins with a value or range.', 'started by([1..10], 1)', mirrored(starts), [
    'rangeAndPoint',
    'ranges',
  ]),
  about('coincides', 'Whether two values or ranges are the same.', 'coincides([1..5], [1..5])', coincides, [
    'points',
    'ranges',
  ]),
];
