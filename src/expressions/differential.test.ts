import fc from 'fast-check';
import { evaluate as evaluateByOracle } from 'feelin';
import { expect, it } from 'vitest';
import type { Json } from '#prelude/json.ts';
import { compileExpression, parseExpression } from './expression.ts';

/**
 * Well-typed expressions, made at random and given to another FEEL engine too. Left out is where that engine departs
 * from the compatibility kit: lists of different lengths are not unequal to it, and it turns ranges that end before they
 * start around.
 */
const VALUES = { a: 3, b: -1.5, s: 'hello', u: 'World', yes: true, xs: [1, 2.5, -3, 2.5] };

const number = fc.oneof(
  fc.integer({ min: -50, max: 50 }).map(String),
  fc.integer({ min: -500, max: 500 }).map((cents) => String(cents / 100)),
  fc.constantFrom('a', 'b'),
);
const text = fc.oneof(
  fc
    .string({ maxLength: 6 })
    .filter((letters) => !/["\\]/.test(letters))
    .map((letters) => `"${letters}"`),
  fc.constantFrom('s', 'u'),
);

interface Kinds {
  number: string;
  text: string;
  condition: string;
  list: string;
}

const kinds = fc.letrec<Kinds>((tie) => {
  /** `$1`, `$2` … in a pattern stand for expressions of the kinds. */
  const like = (pattern: string, ...of: readonly (keyof Kinds)[]) =>
    fc
      .tuple(...of.map((kind) => tie(kind)))
      .map((parts) => pattern.replace(/\$(\d)/g, (_all, place) => String(parts[Number(place) - 1])));
  const depth = { maxDepth: 4 };
  return {
    number: fc.oneof(
      depth,
      number,
      like('($1 + $2)', 'number', 'number'),
      like('($1 - $2)', 'number', 'number'),
      like('($1 * $2)', 'number', 'number'),
      like('(-($1))', 'number'),
      like('(if $1 then $2 else $3)', 'condition', 'number', 'number'),
      like('count($1)', 'list'),
      like('sum(append($1, 1))', 'list'),
      like('max(append($1, 0))', 'list'),
      like('string length($1)', 'text'),
      like('abs($1)', 'number'),
      like('floor($1)', 'number'),
      like('ceiling($1)', 'number'),
      like('(append($1, 7))[1]', 'list'),
      like('{k: $1, v: k + $2}.v', 'number', 'number'),
      like('(function(p, q) p - q)($1, $2)', 'number', 'number'),
    ),
    text: fc.oneof(
      depth,
      text,
      like('($1 + $2)', 'text', 'text'),
      like('upper case($1)', 'text'),
      like('lower case($1)', 'text'),
      like('substring before($1, $2)', 'text', 'text'),
      like('substring after($1, $2)', 'text', 'text'),
      like('(if $1 then $2 else $3)', 'condition', 'text', 'text'),
    ),
    condition: fc.oneof(
      depth,
      fc.constantFrom('true', 'false', 'null', 'yes'),
      like('($1 = $2)', 'number', 'number'),
      like('($1 != $2)', 'text', 'text'),
      like('($1 < $2)', 'number', 'number'),
      like('($1 >= $2)', 'number', 'number'),
      like('($1 and $2 or $3)', 'condition', 'condition', 'condition'),
      like('($1 or $2 and $3)', 'condition', 'condition', 'condition'),
      like('not($1)', 'condition'),
      like('($1 between $2 and $2 + abs($3))', 'number', 'number', 'number'),
      like('($1 in [$2..$2 + abs($3)])', 'number', 'number', 'number'),
      like('($1 in (< $2, >= $3))', 'number', 'number', 'number'),
      like('list contains($2, $1)', 'number', 'list'),
      like('contains($1, $2)', 'text', 'text'),
      like('starts with($1, $2)', 'text', 'text'),
      like('(some i in $1 satisfies i > $2)', 'list', 'number'),
      like('(every i in $1 satisfies i > $2)', 'list', 'number'),
    ),
    list: fc.oneof(
      depth,
      fc.constant('xs'),
      fc.array(number, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
      like('$1[item > $2]', 'list', 'number'),
      like('(for i in $1 return i * $2)', 'list', 'number'),
      like('concatenate($1, $2)', 'list', 'list'),
      like('reverse($1)', 'list'),
      like('distinct values($1)', 'list'),
      like('append($1, $2)', 'list', 'number'),
      like('(for e in [{k: 1, v: $1}, {k: 2, v: 3}][k = 1] return e.v)', 'number'),
    ),
  };
});

/** Numbers of the other engine are not rounded. */
function close(ours: Json, theirs: unknown): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    return ours.length === theirs.length && ours.every((item, i) => close(item, theirs[i]));
  }
  return ours === theirs;
}

it('an expression has the value that another engine gives it', () => {
  fc.assert(
    fc.property(fc.oneof(kinds.number, kinds.text, kinds.condition, kinds.list), (source) => {
      const parsed = parseExpression(source);
      if (!parsed.ok) {
        // The grammar that both use gives up on some long and winding expressions.
        expect(() => evaluateByOracle(source, VALUES)).toThrow();
        return;
      }
      const ours = compileExpression(parsed.value, {}).evaluate(VALUES, { now: 0 });
      const theirs = evaluateByOracle(source, VALUES);
      expect(
        close(ours.value, theirs.value),
        `${source}: ${JSON.stringify(ours)} and ${JSON.stringify(theirs.value)}`,
      ).toBe(true);
    }),
    { numRuns: 500 },
  );
});
