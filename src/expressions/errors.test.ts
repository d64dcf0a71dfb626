import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { EXPRESSION_ERRORS, type ExpressionError, type ExpressionErrorCode } from './errors.ts';
import { checkExpression, compileExpression, parseExpression } from './expression.ts';
import { parseTemplate } from './template.ts';
import type { Scope } from './value-type.ts';

interface ErrorCase {
  readonly source: string;
  readonly place: string;
  readonly scope?: Scope;
  readonly values?: JsonObject;
  readonly budget?: number;
}

/** For each code what brings it about. A code without a case does not compile. */
const CASES: { readonly [code in ExpressionErrorCode]: ErrorCase } = {
  'expression.syntax': { source: '1 + * 2', place: '*' },
  'expression.too-long': { source: `${'1'.repeat(10_000)}+1`, place: '+1' },
  'expression.too-deep': { source: `${'('.repeat(65)}1${')'.repeat(65)}`, place: `(1${')'.repeat(65)}` },
  'expression.placeholder': { source: 'Hello {name', place: '{' },
  'expression.unknown-variable': { source: '1 + nobody', place: 'nobody' },
  'expression.unknown-function': { source: '1 + twice(2)', place: 'twice' },
  'expression.unknown-field': { source: '{a: 1}.b', place: 'b' },
  'expression.unknown-type': { source: '1 instance of thing', place: 'thing' },
  'expression.wrong-type': { source: '2 * (1 + "a")', place: '1 + "a"' },
  'expression.wrong-arguments': { source: '1 + abs(1, 2)', place: 'abs(1, 2)' },
  'expression.bad-value': {
    source: 'due',
    place: 'due',
    scope: { due: { kind: 'date' } },
    values: { due: '2026-02-30' },
  },
  'expression.bad-pattern': { source: 'matches("a", "(")', place: 'matches("a", "(")' },
  'expression.not-a-number': { source: '[1][1] / 0', place: '[1][1] / 0' },
  'expression.too-large': { source: 'for i in 1..20000 return i', place: 'for i in 1..20000 return i' },
  'expression.budget': {
    source: 'some i in 1..99 satisfies i < 0',
    place: 'some i in 1..99 satisfies i < 0',
    budget: 50,
  },
};

function errorOf({ source, scope, values, budget }: ErrorCase, code: ExpressionErrorCode): ExpressionError | undefined {
  if (code === 'expression.placeholder') {
    const template = parseTemplate(source);
    return template.ok ? undefined : template.error;
  }
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed.error;
  const context = budget === undefined ? { now: 0 } : { now: 0, budget };
  return compileExpression(parsed.value, scope ?? {}).evaluate(values ?? {}, context).error;
}

describe('errors', () => {
  it.each(Object.entries(CASES))('%s comes with its place and a sentence', (name, example) => {
    const code = Object.keys(EXPRESSION_ERRORS).find((each): each is ExpressionErrorCode => each === name);
    const error = code && errorOf(example, code);
    expect(error?.code).toBe(code);
    expect(example.source.slice(error?.from, error?.to)).toBe(example.place);
    expect(error?.message).toMatch(/^[A-Z“].*\.$/s);
    expect(error?.message).not.toContain('!');
  });

  it('name the thing that is unfinished', () => {
    expect(errorOf({ source: '1 +', place: '' }, 'expression.syntax')).toMatchObject({
      from: 3,
      to: 3,
      message: 'The expression is not finished.',
    });
    expect(errorOf({ source: 'a = "b', place: '' }, 'expression.syntax')).toMatchObject({
      message: 'The text that begins here is not closed.',
    });
    expect(errorOf({ source: '', place: '' }, 'expression.syntax')).toMatchObject({ from: 0, to: 0 });
  });

  it('are not told of a value that is only not set', () => {
    for (const source of [
      'age > 17',
      'age + 1',
      'upper case(name)',
      'sum(scores)',
      'customer.city',
      'not(vip)',
      'scores[1]',
      'age in [1..5]',
      'for s in scores return s',
    ]) {
      const scope: Scope = {
        age: { kind: 'number' },
        name: { kind: 'text' },
        vip: { kind: 'boolean' },
        scores: { kind: 'list', items: { kind: 'number' } },
        customer: { kind: 'record', fields: { city: { kind: 'text' } } },
      };
      const parsed = parseExpression(source);
      if (!parsed.ok) throw new Error(source);
      expect(compileExpression(parsed.value, scope).evaluate({}, { now: 0 }), source).toEqual({ value: null });
      expect(checkExpression(parsed.value, scope).problems, source).toEqual([]);
    }
  });

  it('are not told of a list that has no items: an order without lines adds up to nothing', () => {
    for (const name of ['sum', 'product', 'mean', 'median', 'min', 'max', 'stddev']) {
      const parsed = parseExpression(`${name}([])`);
      expect(parsed.ok && compileExpression(parsed.value, {}).evaluate({}, { now: 0 }), name).toEqual({ value: null });
    }
  });

  it.each([
    ['date and time("2026-01-01T10:00:00") < now()', /one says its time zone .* the other does not/],
    ['time("10:00:00") - time("10:00:00Z")', /one says its time zone .* the other does not/],
    ['a < b', /one is in EUR, the other in USD/],
    ['a + b', /one is in EUR, the other in USD/],
  ])('say of two values of one kind what keeps them apart: %s', (source, why) => {
    const scope: Scope = { a: { kind: 'money' }, b: { kind: 'money' } };
    const values = { a: { amount: '1', currency: 'EUR' }, b: { amount: '1', currency: 'USD' } };
    expect(errorOf({ source, place: '', scope, values }, 'expression.wrong-type')?.message).toMatch(why);
  });

  it('are not told where the expression has a value all the same', () => {
    const parsed = parseExpression('if 1 < "a" then 1 else 2');
    expect(parsed.ok && compileExpression(parsed.value, {}).evaluate({}, { now: 0 })).toEqual({ value: 2 });
  });
});
