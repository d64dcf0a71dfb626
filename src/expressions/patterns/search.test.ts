import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Meter, Stop } from '../values/meter.ts';
import { parsePattern } from './parse-pattern.ts';
import { parseFlags } from './pattern.ts';
import { compilePattern, type Program } from './program.ts';
import { isIn, search } from './search.ts';

function program(source: string, letters = ''): Program | undefined {
  const flags = parseFlags(letters);
  const read = flags && parsePattern(source, flags);
  return read?.ok
    ? compilePattern(read.value.pattern, read.value.groups, flags ?? { lines: false, ignoreCase: false })
    : undefined;
}

const points = (text: string) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);

/** What each group of the first find took. */
function groups(source: string, text: string, letters = ''): readonly (string | undefined)[] | undefined {
  const compiled = program(source, letters);
  if (!compiled) throw new Error(`${source} cannot be read`);
  const found = search(compiled, points(text), 0, new Meter(1e9));
  if (!found) return undefined;
  const all: (string | undefined)[] = [];
  for (let i = 0; i < found.length; i += 2) {
    const [from, to] = [found[i], found[i + 1]];
    all.push(from === undefined || to === undefined ? undefined : [...text].slice(from, to).join(''));
  }
  return all;
}

describe('a pattern', () => {
  it.each<[string, string, string, readonly (string | undefined)[] | undefined]>([
    ['a+', '', 'baac', ['aa']],
    ['a+?', '', 'baac', ['a']],
    ['(ab)|(a)', '', 'ac', ['a', undefined, 'a']],
    ['^b', '', 'ab', undefined],
    ['^b', 'm', 'a\nb', ['b']],
    ['a.b', '', 'a\nb', undefined],
    ['a.b', 's', 'a\nb', ['a\nb']],
    ['A B', 'xi', 'ab', ['ab']],
    ['a.b', 'q', 'axb a.b', ['a.b']],
    ['[a-z-[aeiou]]+', '', 'aeibcd', ['bcd']],
    ['[^a-c]', '', 'abcd', ['d']],
    ['\\p{Lu}+', '', 'aBC', ['BC']],
    ['\\p{IsGreek}', '', 'aβ', ['β']],
    ['[\\d-]+', '', 'x1-2', ['1-2']],
    ['(\\w+) \\1', '', 'the the', ['the the', 'the']],
    ['(a)\\1', 'i', 'aA', ['aA', 'a']],
    ['(a*)*', '', 'aa', ['aa', 'aa']],
    ['x{2,3}', '', 'xxxx', ['xxx']],
    ['x{2,3}?', '', 'xxxx', ['xx']],
    ['🐎+', '', 'a🐎🐎', ['🐎🐎']],
    ['k', 'i', '\u212a', ['\u212a']],
    ['', '', 'a', ['']],
  ])('%s with the flags "%s" in %j', (source, letters, text, found) => {
    expect(groups(source, text, letters)).toEqual(found);
  });

  it.each([
    '(',
    ')',
    '[',
    '[]',
    '[b-a]',
    'a**',
    '*a',
    'a{2',
    'a{3,2}',
    '\\q',
    '\\1',
    '(a)\\2',
    '(?=a)',
    '\\p{Nope}',
    'a]',
    '}',
    '[a-c-e]',
    '[[]',
  ])('%s is a mistake', (source) => {
    expect(program(source)).toBeUndefined();
  });

  it('knows five flags', () => {
    expect(parseFlags('smixq')).toBeDefined();
    expect(parseFlags('g')).toBeUndefined();
  });

  it('finds what the regular expressions of JavaScript find', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a)', '(?:b)', '(a|b)', '(ab|a)', '^', '$');
    const piece = fc
      .tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?', '??'))
      .map(([of, times]) => (/^[$^]/.test(of) ? of : of + times));
    const pattern = fc.array(fc.oneof(piece, fc.constant('|')), { maxLength: 6 }).map((pieces) => pieces.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(pattern, text, (source, letters) => {
        const [theirs] = new RegExp(source, 'u').exec(letters) ?? [];
        expect(groups(source, letters)?.[0]).toBe(theirs);
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes more steps than text times pattern', () => {
    for (const source of ['^(a+)+$', '(a*)*b', '(a|aa)+$', '(.*)*x', '(a?){30}a{30}', '((a|b)*c|(ab)*)*d']) {
      const compiled = program(source);
      if (!compiled) throw new Error(source);
      const text = points(`${'ab'.repeat(20)}${'a'.repeat(500)}!`);
      const budget = 4 * text.length * compiled.steps.length;
      expect(() => isIn(compiled, text, new Meter(budget)), source).not.toThrow();
    }
  });

  it('that refers back to its groups ends with the budget', () => {
    const compiled = program('(a+)+\\1$');
    if (!compiled) throw new Error('It can be read');
    expect(() => isIn(compiled, points(`${'a'.repeat(60)}!`), new Meter(10_000))).toThrow(Stop);
  });

  it('does not repeat without end', () => {
    expect(program('((a{99}){99}){99}')).toBeUndefined();
  });
});
