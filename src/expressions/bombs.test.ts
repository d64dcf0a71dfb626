import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#prelude/limits.ts';
import { describeExpression } from './describe.ts';
import { checkExpression, compileExpression, freeVariables, parseExpression } from './expression.ts';
import { FUNCTIONS } from './functions/table.ts';
import { parseTemplate } from './template.ts';

const CONTEXT = { now: 0, budget: 5_000 };
const VALUES = {
  a: 1,
  s: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  xs: Array.from({ length: 1000 }, (_, i) => i),
  r: { x: { y: [1] } },
};

/** Parts out of which bad ideas are made; `X` stands for another such part. */
const SEEDS = [
  '1',
  '-1e308',
  '"a"',
  'null',
  'a',
  's',
  'xs',
  'r',
  '?',
  'item',
  'partial',
  '__proto__',
  'constructor',
  'toString',
  '[]',
  '{}',
  '@"P999999999Y"',
  '@"-999999999-01-01"',
  '@"2026-01-01T00:00:00@Europe/Paris"',
  '10 ** 300',
  '[1..1000000000]',
  '(a+)+$',
  '"^(a+)+$"',
  '"((a*)*)*b"',
  '"(a{1,99}){1,99}"',
];
const SHAPES = [
  'for i in 1..1000000000 return X',
  'for i in X, j in X, k in X return [i, j, k]',
  'for i in 1..10000 return [partial, X]',
  'for i in 1..60 return if i = 1 then X else partial[-1] + partial[-1]',
  'for i in 1..60 return if i = 1 then X else [partial[-1], partial[-1]]',
  'some i in 1..1000000000, j in X satisfies X',
  'every i in xs, j in xs, k in xs satisfies X = X',
  'xs[xs[xs[xs[X]]]]',
  'X[X]',
  '(function(f) f(f))(function(f) f(f))',
  '{f: function(g, x) g(g, X), y: f(f, X)}',
  'matches(X, X)',
  'matches(s, "^(a|aa)+$")',
  'replace(s, "(a*)*", X)',
  'replace(X, X, "$1$1$1")',
  'split(X, X)',
  'matches(s, "(a+)+\\\\1$")',
  'string join(for i in 1..10000 return X)',
  'flatten(for i in xs return for j in xs return X)',
  'sort(xs, function(p, q) X)',
  'distinct values(for i in xs return {a: i, b: X})',
  'X ** X ** X',
  'X * X',
  'X + X',
  'X - X',
  'X / X',
  'X = X',
  'X < X',
  'X in X',
  'X in (X, > X)',
  'X.x.y.__proto__',
  '{__proto__: X, constructor: X}',
  '{"__proto__": X}',
  'context put(r, "__proto__", X)',
  'get value(r, X)',
  'if X then X else X',
  '(X)',
  '[X, X, X]',
  'X..X',
  'X X',
  '((X',
  '"X',
  '/* X',
  'X instance of list<X>',
  'X instance of function<X>',
  'function(X) X',
  'decimal(X, X)',
  'range(X)',
  'duration(X)',
  'money(X, "EUR") * X',
  'string(X)',
  'X and X or X in X and X',
];

const bomb: fc.Arbitrary<string> = fc.letrec<{ bomb: string }>((tie) => ({
  bomb: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...SEEDS),
    fc
      .tuple(fc.constantFrom(...SHAPES), fc.array(tie('bomb'), { minLength: 6, maxLength: 6 }))
      .map(([shape, parts]) => {
        let at = 0;
        return shape.replace(/\bX\b/g, () => parts[at++] ?? '1');
      }),
    fc
      .tuple(fc.constantFrom(...FUNCTIONS.map(({ name }) => name)), fc.array(tie('bomb'), { maxLength: 4 }))
      .map(([name, args]) => `${name}(${args.join(', ')})`),
  ),
})).bomb;

/** Everything that is done with an expression that somebody typed. */
function live(source: string): void {
  const parsed = parseExpression(source);
  if (!parsed.ok) {
    expect(parsed.error.from).toBeLessThanOrEqual(parsed.error.to);
    return;
  }
  freeVariables(parsed.value);
  checkExpression(parsed.value, {});
  describeExpression(parsed.value);
  const { value, error } = compileExpression(parsed.value, {}).evaluate(VALUES, CONTEXT);
  expect(value).not.toBeUndefined();
  if (error) expect(value).toBeNull();
}

describe('a hostile expression', () => {
  it('ends with a value or an error, whatever it is made of', () => {
    for (const source of fc.sample(bomb, { numRuns: 10_000, seed: 20_260_131 })) live(source);
  });

  it('may stand in a text', () => {
    for (const source of fc.sample(bomb, { numRuns: 200, seed: 7 })) parseTemplate(`Hello {${source}}`);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void parseTemplate(text)));
  });

  it('may be any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), live));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'([{}]).,:;"\'+-*/=<>!@?#`~|&% \n'), { maxLength: 200 }), (signs) =>
        live(signs.join('')),
      ),
    );
  });

  it.each([
    ['brackets', '['],
    ['parentheses', '('],
    ['records', '{a:'],
    ['calls', 'a('],
    ['filters', 'a['],
    ['minus signs', '-'],
    ['conditions', 'if a then '],
    ['loops', 'for i in 1..2 return '],
    ['functions', 'function(a) '],
    ['ranges', '[1..'],
    ['types', 'a instance of list<'],
    ['sums', 'a+'],
    ['choices', 'a or '],
    ['paths', 'a.'],
    ['tests', 'a in '],
    ['quotes', '"'],
    ['comments', '/*'],
    ['names', 'ab '],
    ['odd names', '{a-b-c: 1}.a-b-c + '],
    ['braces', '}'],
  ])('may be nothing but %s', (_what, part) => {
    live(part.repeat(Math.floor(LIMITS.expressionLength / part.length)));
    live(`${part.repeat(60)}1`);
    live(`${part.repeat(5_000).slice(0, LIMITS.expressionLength - 1)}1`);
  });

  it('reaches nothing but the values that it is given', () => {
    for (const source of [
      '__proto__',
      'constructor',
      'toString',
      'r.__proto__',
      'r.constructor',
      'r.x.hasOwnProperty',
      'xs.length',
      'get value(r, "constructor")',
      'globalThis',
      'process',
    ]) {
      const parsed = parseExpression(source);
      if (!parsed.ok) continue;
      const { value } = compileExpression(parsed.value, {}).evaluate(VALUES, CONTEXT);
      expect(Array.isArray(value) ? value.every((item) => item === null) : value === null, source).toBe(true);
    }
  });

  it('gives no object another prototype', () => {
    const parsed = parseExpression('r');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const values = { r: JSON.parse('{"__proto__": {"admin": true}, "a": 1}') };
    const { value } = compileExpression(parsed.value, {}).evaluate(values, CONTEXT);
    expect(value).toEqual({ a: 1 });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('costs no more than its budget', () => {
    const hungry = parseExpression('some i in 1..1000000000 satisfies i < 0');
    if (!hungry.ok) throw new Error(hungry.error.message);
    const compiled = compileExpression(hungry.value, {});
    expect(compiled.evaluate({}, { now: 0, budget: 1000 }).error?.code).toBe('expression.budget');
    expect(compiled.evaluate({}, { now: 0 }).error?.code).toBe('expression.budget');
  });
});
