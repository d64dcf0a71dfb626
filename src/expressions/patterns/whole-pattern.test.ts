import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#prelude/limits.ts';
import { readWholePattern } from './whole-pattern.ts';

function pattern(source: string) {
  const read = readWholePattern(source);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

describe('a pattern for a whole text', () => {
  it.each([
    ['[A-Z]{2}\\d{4,}', 'NB4711', true],
    ['[A-Z]{2}\\d{4,}', 'xNB4711', false],
    ['[A-Z]{2}\\d{4,}', 'NB4711x', false],
    ['red|blue', 'blue', true],
    ['red|blue', 'redblue', false],
    ['^\\d+$', '12', true],
    ['', '', true],
    ['.{2}', '👍👍', true],
  ])('%s for “%s”', (source, text, wanted) => {
    expect(pattern(source).matches(text)).toBe(wanted);
  });

  it.each([
    ['(', /not closed/],
    ['a{3,1}', /ends before it begins/],
    ['(a|b)\\1', /refers back/],
    ['(a{30}){30}', /repeats too much/],
    ['(?=x)', /./],
  ])('%s is refused with a reason', (source, reason) => {
    const read = readWholePattern(source);
    expect(read.ok ? 'read' : read.error).toMatch(reason);
  });

  it('looks for those that bring other engines to a halt in the time of a blink', () => {
    for (const source of ['(a+)+', '(a|a)*b', '(.*)*x', '(a|aa)+$', '([a-z]+)*\\d', '(\\w+\\s?)*!']) {
      expect(pattern(source).matches(`${'a'.repeat(LIMITS.shortText - 1)}!`)).toBe(source.endsWith('!'));
    }
  });

  it.each(['[A-Z]{2}\\d{4,}', 'red|blue', '\\d{5}(-\\d{4})?', '[^@]+@[^@]+\\.com', '(x|y){3}\\s.'])(
    '%s has an example',
    (source) => {
      const read = pattern(source);
      expect(read.matches(read.example() ?? '')).toBe(true);
    },
  );

  it('agrees with JavaScript on what both understand', () => {
    const part = fc.constantFrom('a', 'b', '[ab]', 'a*', 'b+', '(ab)?', 'a|b', '(a|b){2}', '.', 'b{1,3}', '[^a]');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.stringMatching(/^[abc]{0,8}$/), (parts, text) => {
        const source = parts.join('');
        expect(pattern(source).matches(text)).toBe(new RegExp(`^(?:${source})$`).test(text));
      }),
    );
  });
});
