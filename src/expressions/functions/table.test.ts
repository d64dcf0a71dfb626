import { describe, expect, it } from 'vitest';
import { checkExpression, compileExpression, parseExpression } from '../expression.ts';
import type { FunctionDefinition } from './definition.ts';
import { signatures } from './signature.ts';
import { FUNCTION_FAMILIES, FUNCTIONS } from './table.ts';

const NOW = Date.UTC(2026, 0, 31, 12);

function parsed(source: string) {
  const result = parseExpression(source);
  if (!result.ok) throw new Error(`${source}: ${result.error.message}`);
  return result.value;
}

describe.each(Object.entries(FUNCTION_FAMILIES))('the functions of the family %s', (_family, functions) => {
  it.each(functions.map((each: FunctionDefinition) => [each.name, each] as const))(
    '%s does what its example says',
    (_name, { example }) => {
      const expression = parsed(example.expression);
      expect(checkExpression(expression, {}).problems).toEqual([]);
      expect(compileExpression(expression, {}).evaluate({}, { now: NOW })).toEqual({ value: example.value });
    },
  );

  it.each(functions.map((each: FunctionDefinition) => [each.name, each] as const))(
    '%s is explained by one sentence',
    (_name, { help }) => {
      expect(help).toMatch(/^[A-Z][^.!?]*\.$|^[A-Z].*;.*\.$|^[A-Z].*:.*\.$/);
      expect(help.length).toBeLessThan(140);
    },
  );
});

describe('the table of functions', () => {
  it('has each name once', () => {
    expect(new Set(FUNCTIONS.map(({ name }) => name)).size).toBe(FUNCTIONS.length);
  });

  it('has all functions of DMN 1.5', () => {
    const names = new Set(FUNCTIONS.map(({ name }) => name));
    const standard =
      'date, date and time, time, number, string, duration, years and months duration, not, substring, string length, upper case, lower case, substring before, substring after, replace, contains, starts with, ends with, matches, split, string join, list contains, count, min, max, sum, mean, all, any, sublist, append, concatenate, insert before, remove, reverse, index of, union, distinct values, flatten, product, median, stddev, mode, list replace, decimal, floor, ceiling, round up, round down, round half up, round half down, abs, modulo, sqrt, log, exp, odd, even, day of year, day of week, month of year, week of year, is, before, after, meets, met by, overlaps, overlaps before, overlaps after, finishes, finished by, includes, during, starts, started by, coincides, sort, get value, get entries, context, context put, context merge, now, today, range';
    expect(standard.split(', ').filter((name) => !names.has(name))).toEqual([]);
  });

  it('tells how each is called', () => {
    const substring = FUNCTIONS.find(({ name }) => name === 'substring');
    expect(substring && signatures(substring)).toEqual(['substring(string, start position, length?)']);
  });

  it('takes the arguments of each function by their names', () => {
    expect(value('substring(start position: 2, string: "abc")')).toBe('bc');
    expect(value('date(year: 2026, month: 1, day: 31)')).toBe('2026-01-31');
    expect(value('years and months duration(to: @"2026-03-01", from: @"2026-01-01")')).toBe('P2M');
    expect(value('substring(start: 2, string: "abc")')).toBeNull();
  });

  it('takes a list of one for its item, and an item for a list of one', () => {
    expect(value('upper case(["a"])')).toBe('A');
    expect(value('count("a")')).toBe(1);
  });
});

function value(source: string) {
  return compileExpression(parsed(source), {}).evaluate({}, { now: NOW }).value;
}
