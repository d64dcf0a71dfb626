import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#prelude/json.ts';
import { compileExpression } from '../expression.ts';
import type { ScalarKind } from '../value-type.ts';
import { readTests } from './condition.ts';
import { commonRegion, isEmptyRegion, type Region, regionBeside } from './region.ts';
import { regionOfTests } from './region-of-tests.ts';
import { regionInWords } from './region-words.ts';

function region(cell: string, kind: ScalarKind): Region | undefined {
  const read = readTests('x', cell);
  if (!read.ok) throw new Error(`${cell}: ${read.error.message}`);
  return regionOfTests(read.value, { kind });
}

function known(cell: string, kind: ScalarKind): Region {
  const found = region(cell, kind);
  if (!found) throw new Error(`The region of ${cell} is not known`);
  return found;
}

function takes(cell: string, kind: ScalarKind, value: Json): boolean {
  const read = readTests('x', cell);
  if (!read.ok) throw new Error(`${cell}: ${read.error.message}`);
  return compileExpression(read.value, { x: { kind } }).evaluate({ x: value }, { now: 0 }).value === true;
}

/** The region of one value. */
const point = (value: Json, kind: ScalarKind) => known(kind === 'date' ? `@"${value}"` : JSON.stringify(value), kind);

const end = fc.integer({ min: -2, max: 2 }).map(String);
const numberTest = fc.oneof(
  end,
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), end).map(([sign, at]) => `${sign} ${at}`),
  fc.tuple(fc.constantFrom('[', '('), end, end, fc.constantFrom(']', ')')).map(([a, b, c, d]) => `${a}${b}..${c}${d}`),
);
const dayText = fc.integer({ min: 1, max: 5 }).map((day) => `@"2026-01-0${day}"`);
const dayTest = fc.oneof(
  dayText,
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!='), dayText).map(([sign, at]) => `${sign} ${at}`),
  fc
    .tuple(fc.constantFrom('[', '('), dayText, dayText, fc.constantFrom(']', ')'))
    .map(([a, b, c, d]) => `${a}${b}..${c}${d}`),
);
const textTest = fc.oneof(fc.constantFrom('"a"', '"b"', '"c"'), fc.constantFrom('!= "a"', '!= "b"', 'null', '!= null'));
const truthTest = fc.constantFrom('true', 'false', '!= true', 'null');
const cellOf = (test: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(test, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([tests, negated]) => (negated ? `not(${tests.join(', ')})` : tests.join(', ')));

const LINES: readonly { kind: ScalarKind; cell: fc.Arbitrary<string>; values: readonly Json[] }[] = [
  { kind: 'number', cell: cellOf(numberTest), values: [-3, -2, -1.5, -1, 0, 0.5, 1, 2, 3] },
  {
    kind: 'date',
    cell: cellOf(dayTest),
    values: ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-05', '2026-01-06'],
  },
  { kind: 'option', cell: cellOf(textTest), values: ['a', 'b', 'c', 'd'] },
  { kind: 'boolean', cell: cellOf(truthTest), values: [true, false] },
];

describe.each(LINES)('regions of a column of type $kind', ({ kind, cell, values }) => {
  it('hold exactly what the cell takes', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const found = known(text, kind);
        for (const value of values) {
          const inside = !isEmptyRegion(commonRegion(found, point(value, kind)));
          expect(inside, `${text} takes ${value}`).toBe(takes(text, kind, value));
        }
      }),
    );
  });

  it('share what both cells take, and beside one lies what it does not take', () => {
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        const common = commonRegion(known(a, kind), known(b, kind));
        const beside = regionBeside(known(a, kind));
        for (const value of values) {
          const at = point(value, kind);
          expect(!isEmptyRegion(commonRegion(common, at))).toBe(takes(a, kind, value) && takes(b, kind, value));
          expect(!isEmptyRegion(commonRegion(beside, at))).toBe(!takes(a, kind, value));
        }
      }),
    );
  });
});

it('are not told of what is no literal', () => {
  expect(region('< y', 'number')).toBeUndefined();
  expect(region('1, ? > 3', 'number')).toBeUndefined();
  expect(region('> "a"', 'text')).toBeUndefined();
  expect(region('@"PT1H"', 'duration')).toBeUndefined();
  expect(region('[1..y]', 'number')).toBeUndefined();
  expect(region('"2026-01-01"', 'date')).toBeUndefined();
});

it('know that there is no day between two days, and no third truth', () => {
  const day = known('(@"2026-01-01"..@"2026-01-02")', 'date');
  expect(isEmptyRegion(day)).toBe(true);
  expect(isEmptyRegion(known('not(true, false)', 'boolean'))).toBe(true);
});

it.each([
  ['< 18', 'number', 'is less than 18'],
  ['>= 18', 'number', 'is at least 18'],
  ['[1..5]', 'number', 'is from 1 to 5'],
  ['(1..5]', 'number', 'is more than 1 and at most 5'],
  ['-1.5', 'number', 'is -1.5'],
  ['< @"2026-01-02"', 'date', 'is at most 2026-01-01'],
  ['[@"2026-01-01"..@"2026-01-31"]', 'date', 'is from 2026-01-01 to 2026-01-31'],
  ['"a", "b"', 'option', 'is “a” or “b”'],
  ['not("a")', 'option', 'is not “a”'],
  ['not("a", "b")', 'option', 'is neither “a” nor “b”'],
  ['false', 'boolean', 'is no'],
  ['!= null', 'boolean', ''],
] as const)('%s in words: %s %s', (cell, kind, words) => {
  expect(regionInWords(known(cell, kind))).toBe(words);
});
