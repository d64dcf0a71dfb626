import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#prelude/limits.ts';
import { BOMB_VALUES, bomb } from '#test/factories/bomb.ts';
import { describeExpression } from './describe.ts';
import { checkExpression, compileExpression, freeVariables, parseExpression } from './expression.ts';
import { parseTemplate } from './template.ts';

const CONTEXT = { now: 0, budget: 5_000 };
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
  const { value, error } = compileExpression(parsed.value, {}).evaluate(BOMB_VALUES, CONTEXT);
  expect(value).not.toBeUndefined();
  if (error) expect(value).toBeNull();
}

describe('a hostile expression', () => {
  it('ends with a value or an error, whatever it is made of', () => {
    for (const source of fc.sample(bomb, { numRuns: 2_000, seed: 20_260_131 })) live(source);
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
      const { value } = compileExpression(parsed.value, {}).evaluate(BOMB_VALUES, CONTEXT);
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
