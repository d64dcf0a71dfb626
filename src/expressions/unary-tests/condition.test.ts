import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { compileExpression } from '../expression.ts';
import type { Scope } from '../value-type.ts';
import { checkTests, conditionOf, isAnyValue, readTests } from './condition.ts';

const SCOPE: Scope = {
  age: { kind: 'number' },
  tier: { kind: 'option' },
  name: { kind: 'text' },
  vip: { kind: 'boolean' },
  due: { kind: 'date' },
  tags: { kind: 'list', items: { kind: 'text' } },
};
const VALUES: JsonObject = { age: 17, tier: 'gold', name: 'Ann', vip: true, due: '2026-01-05', tags: ['a', 'b'] };

function holds(input: string, cell: string, values = VALUES) {
  const read = readTests(input, cell);
  if (!read.ok) throw new Error(`${cell}: ${read.error.message}`);
  return compileExpression(read.value, SCOPE).evaluate(values, { now: 0 }).value;
}

describe('the cell of a decision table', () => {
  it.each([
    ['age', '17', true],
    ['age', '< 18', true],
    ['age', '> 3, 1', true],
    ['age', '[18..65]', false],
    ['age', '(10..17]', true],
    ['age', ']10..17[', false],
    ['age', 'not(1, 17)', false],
    ['age', 'not(> 20)', true],
    ['age', '? > 3 and ? < 20', true],
    ['age + 1', '18', true],
    ['if vip then 1 else 2', '1', true],
    ['tier', '"silver", "gold"', true],
    ['tier', 'not("gold")', false],
    ['name', 'starts with(?, "A")', true],
    ['name', 'not(contains(?, "n"))', false],
    ['vip', 'true', true],
    ['due', '< @"2026-02-01"', true],
    ['due', '[date("2026-01-01")..date("2026-01-31")]', true],
    ['tags', 'list contains(?, "a")', true],
    ['age', '!= null', true],
    ['age', 'null', false],
  ])('of the column %s: %s', (input, cell, expected) => {
    expect(holds(input, cell)).toBe(expected);
    expect(checkTests(input, cell, SCOPE)).toEqual([]);
  });

  it('does not hold for want of a value, unless it asks for that', () => {
    expect(['< 18', '17', '[1..5]', '? > 3'].map((cell) => holds('age', cell, {}))).not.toContain(true);
    expect(holds('age', 'null', {})).toBe(true);
    expect(holds('age', 'not(17)', {})).toBe(true);
  });

  it('asks nothing where it is empty or a dash', () => {
    expect(['', '  ', '-', ' - '].map(isAnyValue)).toEqual([true, true, true, true]);
    expect(isAnyValue('- 1')).toBe(false);
  });

  it.each([
    ['age', '<', 1, 'This is not finished.'],
    ['age', '', 0, 'This is not finished.'],
    ['age', '[1..5', 5, 'This is not finished.'],
    ['age', '1 2', 2, '“2” is not expected here.'],
    ['tier', '"gold', 0, 'The text that begins here is not closed.'],
    ['age', '1) or (true', 0, 'These are no tests'],
    ['age', '> 3 and < 20', 0, 'write a range such as [3..20]'],
    ['age', '"x"', 0, 'A number and a text cannot be compared.'],
    ['age', 'not("x")', 0, 'A number and a text cannot be compared.'],
    ['age', '< nam', 2, 'Did you mean “name”?'],
    ['tags', '"a"', 0, 'A list and a text cannot be compared.'],
    ['age) or (vip', '1', 0, 'These are no tests'],
  ])('of the column %s refuses %s at its place', (input, cell, from, message) => {
    const [error] = checkTests(input, cell, SCOPE);
    expect(error?.message).toContain(message);
    expect(error?.from).toBe(from);
    expect(error?.to).toBeLessThanOrEqual(cell.length);
  });

  it('is not told off for what is wrong with its column', () => {
    expect(checkTests('agee', '< 18', SCOPE)).toEqual([]);
    expect(conditionOf('agee', '< 18')).toBe('agee in (< 18)');
  });
});
