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
    ['"\\uD83D\\uDE00"', '😀'],
    // No value holds what cannot be stored.
    ['"a\\u0000b\\ud800"', 'a\ufffdb\ufffd'],
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

  it('takes a name that is null for known, and one that nobody gave for unknown', () => {
    const parsed = parseExpression('x');
    const compiled = parsed.ok ? compileExpression(parsed.value, {}) : undefined;
    expect(compiled?.evaluate({ x: null }, { now: 0 })).toEqual({ value: null });
    expect(compiled?.evaluate({}, { now: 0 }).error?.code).toBe('expression.unknown-variable');
  });

  it('finds a name of several words however it is spaced where its value is given', () => {
    expect(evaluate('full name', { 'full  name': 'Ada' })).toBe('Ada');
  });

  it('tells the names that it needs from outside', () => {
    const free = (source: string) => {
      const parsed = parseExpression(source);
      return parsed.ok ? freeVariables(parsed.value) : [];
    };
    const names = (source: string) => free(source).map(({ name }) => name);
    expect(names('a + (for b in c return b + d) + {e: 1, f: e}.f + string length(g)')).toEqual(['a', 'c', 'd', 'g']);
    expect(names('some x in xs, y in x satisfies y > x + z')).toEqual(['xs', 'z']);
    expect(names('(function(p) p + q)(r)')).toEqual(['q', 'r']);
    expect(names('for i in 1..n return partial[-1] + i')).toEqual(['n']);
    expect(free('people[age > limit and item.x = 1]')).toEqual([
      { name: 'people', from: 0, to: 6, perhapsField: false },
      { name: 'age', from: 7, to: 10, perhapsField: true },
      { name: 'limit', from: 13, to: 18, perhapsField: true },
    ]);
  });

  it('tells which variables it reads', () => {
    const parsed = parseExpression('if vip then limit else sum(orders[item.day > today and total > limit].total)');
    const scope: Scope = { limit: { kind: 'number' }, today: { kind: 'date' } };
    expect(parsed.ok && compileExpression(parsed.value, scope).reads).toEqual(['vip', 'limit', 'orders', 'today']);
  });

  it('takes names of several words, and odd names that it is told of', () => {
    expect(evaluate('Full Name', { 'Full Name': 'Ada' })).toBe('Ada');
    expect(evaluate('{profit and loss: 1, x: profit and loss + 1}.x')).toBe(2);
    const parsed = parseExpression('profit and loss + a-b', ['profit and loss', 'a-b']);
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(compileExpression(parsed.value, {}).evaluate({ 'profit and loss': 1, 'a-b': 2 }, { now: 0 }).value).toBe(3);
    expect(evaluate('{foo-bar: 1, x: foo-bar + 1}.x')).toBe(2);
  });

  it('calls a function although a variable has its name', () => {
    expect(evaluate('count([1, 2]) + count', { count: 5 }, { count: { kind: 'number' } })).toBe(7);
  });

  it('binds `in` more tightly than `and` and `or`', () => {
    expect(evaluate('1 in [2, 3] or true')).toBe(true);
    expect(evaluate('1 in [1, 2] and 5 in > 3 or false')).toBe(true);
    expect(evaluate('false and 1 in [1] or true')).toBe(true);
    expect(evaluate('1 in > 3 or 2 in < 3 and true')).toBe(true);
  });

  it('keeps the values that a function was defined with', () => {
    expect(evaluate('(for f in (for i in 1..3 return function(x) x + i) return f(10))')).toEqual([11, 12, 13]);
  });

  it('reads an unset variable as null', () => {
    expect(evaluate('due = null', {}, { due: { kind: 'date' } })).toBe(true);
    expect(evaluate('due = null', { due: null }, { due: { kind: 'date' } })).toBe(true);
  });

  it('reads records and lists as their types say, field by field', () => {
    const scope: Scope = {
      people: { kind: 'list', items: { kind: 'record', fields: { born: { kind: 'date' }, name: { kind: 'text' } } } },
    };
    const people = [{ born: '1990-01-01', name: 'Ada' }, { born: '2010-01-01', name: 'Ben' }, { name: 'Cy' }];
    expect(evaluate('people[born < @"2000-01-01"].name', { people }, scope)).toEqual(['Ada']);
    expect(evaluate('people.born', { people }, scope)).toEqual(['1990-01-01', '2010-01-01', null]);
  });

  it('leaves the values that it is given as they are', () => {
    const values = Object.freeze({ xs: Object.freeze([3, 1, 2]), r: Object.freeze({ a: 1 }) });
    expect(evaluate('sort(append(xs, 4), function(a, b) a < b)', values)).toEqual([1, 2, 3, 4]);
    expect(evaluate('context put(r, "b", 2)', values)).toEqual({ a: 1, b: 2 });
    expect(values).toEqual({ xs: [3, 1, 2], r: { a: 1 } });
  });

  it('can be evaluated again and again, each time afresh', () => {
    const parsed = parseExpression('if x > 1 then x + "a" else due');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const compiled = compileExpression(parsed.value, { due: { kind: 'date' } });
    expect(compiled.evaluate({ x: 2 }, { now: 0 }).error?.code).toBe('expression.wrong-type');
    expect(compiled.evaluate({ x: 1, due: '2026-01-31' }, { now: 0 })).toEqual({ value: '2026-01-31' });
    expect(compiled.evaluate({ x: 1, due: '2026-02-01' }, { now: 0 })).toEqual({ value: '2026-02-01' });
  });
});
