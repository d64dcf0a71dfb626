import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#prelude/json.ts';
import { compileExpression, freeVariables, parseExpression } from './expression.ts';
import type { Scope } from './value-type.ts';

function evaluate(source: string, values: JsonObject = {}, scope: Scope = {}): Json {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`);
  return compileExpression(parsed.value, scope).evaluate(values, { now: 0 }).value;
}

describe('an expression', () => {
  it.each<[string, Json]>([
    ['1 + 2 * 3', 7],
    ['0.1 + 0.2 = 0.3', true],
    ['1000000.1 - 1000000 = 0.1', true],
    ['-5 ** 2', 25],
    ['"a" + "b"', 'ab'],
    ['1 = "1"', null],
    ['[1,2,3][item > 1]', [2, 3]],
    ['[{a: 1}, {a: 2}][a = 2].a', [2]],
    ['{a: 1, b: a + 1}.b', 2],
    ['for i in 1..3 return i * 2', [2, 4, 6]],
    ['for i in 0..4 return if i = 0 then 1 else i * partial[-1]', [1, 1, 2, 6, 24]],
    ['some x in [1,2] satisfies x > 1', true],
    ['every x in [1,2] satisfies x > 1', false],
    ['5 in (> 3)', true],
    ['5 in [1..3]', false],
    ['@"2026-01-31" + @"P1M"', '2026-02-28'],
    ['@"2026-03-01" - @"2026-02-01"', 'P28D'],
    ['1 instance of number', true],
    ['[1] instance of list<number>', true],
    ['[1..2] instance of range<number>', true],
    ['(function(a, b) a + b)(1, 2)', 3],
    ['{f: function(x) x * 2, r: f(x: 4)}.r', 8],
    ['string length("abc")', 3],
    ['null and false', false],
    ['null or null', null],
    ['1 / 0', null],
  ])('%s is %j', (source, value) => {
    expect(evaluate(source)).toEqual(value);
  });

  it('reads variables as their types say', () => {
    expect(evaluate('due > @"2026-01-01"', { due: '2026-01-31' }, { due: { kind: 'date' } })).toBe(true);
    const money = { kind: 'money' } as const;
    expect(evaluate('fee + fee', { fee: { amount: '0.10', currency: 'EUR' } }, { fee: money })).toEqual({
      amount: '0.20',
      currency: 'EUR',
    });
  });

  it('tells the names that it needs from outside', () => {
    const parsed = parseExpression('a + (for b in c return b + d) + {e: 1, f: e}.f + string length(g)');
    expect(parsed.ok && freeVariables(parsed.value).map(({ name }) => name)).toEqual(['a', 'c', 'd', 'g']);
  });
});
