import fc from 'fast-check';
import { FUNCTIONS } from '#expressions/functions/table.ts';
import type { JsonObject } from '#prelude/json.ts';

/** What a hostile expression may read. */
export const BOMB_VALUES: JsonObject = {
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

/** Expressions that mean harm: endless loops, exploding texts and lists, patterns that go back for ever, prototypes. */
export const bomb: fc.Arbitrary<string> = fc.letrec<{ bomb: string }>((tie) => ({
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
