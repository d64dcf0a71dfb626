import type { Run } from '../compile/run.ts';
import { parsePattern } from '../patterns/parse-pattern.ts';
import { parseFlags } from '../patterns/pattern.ts';
import { compilePattern, type Program } from '../patterns/program.ts';
import { type Found, isIn, search } from '../patterns/search.ts';
import { BOOLEAN, listOf, TEXT } from '../types/static-type.ts';
import { type Call, type FunctionDefinition, form } from './definition.ts';
import { nullable, text } from './parameters.ts';

/** What reading a pattern came to: its program, or what is wrong with it as a sentence. */
type ReadPattern = Program | string;

/** Patterns that an evaluation has read so far: in a loop the same one comes again and again. */
const read = new WeakMap<Run, Map<string, ReadPattern>>();

/** Cost units of reading a pattern, beside its length. */
const READING_COST = 200;

function programOf(call: Call, pattern: string, letters: string): Program | undefined {
  let known = read.get(call.run);
  if (!known) {
    known = new Map();
    read.set(call.run, known);
  }
  const key = `${letters}/${pattern}`;
  let found = known.get(key);
  if (found === undefined) {
    call.run.spend(READING_COST + 4 * pattern.length);
    found = readPattern(call, pattern, letters);
    known.set(key, found);
  }
  if (typeof found !== 'string') return found;
  call.fail('expression.bad-pattern', found);
  return undefined;
}

function readPattern(call: Call, source: string, letters: string): ReadPattern {
  const flags = parseFlags(letters);
  if (!flags) return 'The flags of a pattern can be s, m, i, x and q.';
  const parsed = parsePattern(source, flags);
  if (!parsed.ok) return `The pattern “${source}” cannot be read: ${parsed.error}`;
  const program = compilePattern(parsed.value.pattern, parsed.value.groups, flags);
  if (!program) return 'The pattern repeats too much.';
  call.run.spend(program.steps.length);
  return program;
}

function points(call: Call, string: string): readonly number[] {
  call.run.spend(1 + string.length / 4);
  return Array.from(string, (sign) => sign.codePointAt(0) ?? 0);
}

function textOf(all: readonly number[], from: number, to: number): string {
  let result = '';
  // In pieces: a function takes only so many arguments.
  for (let at = from; at < to; at += 4096) result += String.fromCodePoint(...all.slice(at, Math.min(to, at + 4096)));
  return result;
}

/** Calls `visit` with each place where the pattern is found; a find of nothing moves on by one character. */
function eachFind(
  call: Call,
  program: Program,
  all: readonly number[],
  visit: (found: Found, from: number, to: number) => void,
): void {
  for (let at = 0; at <= all.length; ) {
    const found = search(program, all, at, call.run);
    const [from, to] = found ?? [];
    if (!found || from === undefined || to === undefined) return;
    visit(found, from, to);
    at = to > from ? to : to + 1;
  }
}

/** What stands instead of a find: `$1` is what the first group took, `$0` all, `\$` and `\\` the signs themselves. Undefined for a mistake. */
function parseReplacement(source: string, groups: number): readonly (string | number)[] | undefined {
  const parts: (string | number)[] = [];
  const tokens = /\\([\\$])|\$(\d{1,2})|([^\\$]+)/gy;
  while (tokens.lastIndex < source.length) {
    const token = tokens.exec(source);
    if (!token) return undefined;
    const [, sign, digits, words] = token;
    if (digits === undefined) parts.push(sign ?? words ?? '');
    // As many digits as make the number of a group; the rest are characters.
    else if (Number(digits) <= groups || digits.length === 1) parts.push(Number(digits));
    else parts.push(Number(digits[0]), digits.slice(1));
  }
  return parts;
}

/** What finding the program of a pattern costs, though it is read only once. */
const PATTERN_COST = 30;

export const PATTERN_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'matches',
    help: 'Whether a pattern (regular expression) is found in a text; write ^ and $ around it to mean the whole text.',
    example: { expression: 'matches("SW1A 1AA", "^[A-Z]{1,2}\\d")', value: true },
    cost: PATTERN_COST,
    forms: [
      form([text('input'), text('pattern'), nullable(text('flags'))], BOOLEAN, (call, input, pattern, flags) => {
        const program = programOf(call, pattern, flags ?? '');
        return program ? isIn(program, points(call, input), call.run) : null;
      }),
    ],
  },
  {
    name: 'replace',
    help: 'The text with all finds of a pattern replaced; $1 stands for what the first group found.',
    example: { expression: 'replace("0123456789", "(\\d{3})(\\d{3})(\\d{4})", "($1) $2-$3")', value: '(012) 345-6789' },
    cost: PATTERN_COST,
    forms: [
      form(
        [text('input'), text('pattern'), text('replacement'), nullable(text('flags'))],
        TEXT,
        (call, input, pattern, replacement, flags) => {
          const program = programOf(call, pattern, flags ?? '');
          if (!program) return null;
          call.run.spend(1 + replacement.length / 2);
          const parts = flags?.includes('q') ? [replacement] : parseReplacement(replacement, program.slots / 2 - 1);
          if (!parts) return call.fail('expression.bad-pattern', 'In a replacement, write \\$ and \\\\ for $ and \\.');
          const all = points(call, input);
          let result = '';
          let rest = 0;
          eachFind(call, program, all, (found, from, to) => {
            result += textOf(all, rest, from);
            for (const part of parts) {
              result += typeof part === 'string' ? part : textOf(all, found[2 * part] ?? 0, found[2 * part + 1] ?? 0);
            }
            call.run.spend(10 * (1 + parts.length));
            call.run.checkText(result.length);
            rest = to;
          });
          return result + textOf(all, rest, all.length);
        },
      ),
    ],
  },
  {
    name: 'split',
    help: 'The parts of a text between the finds of a pattern.',
    example: { expression: 'split("a;b;;c", ";")', value: ['a', 'b', '', 'c'] },
    cost: PATTERN_COST,
    forms: [
      form([text('string'), text('delimiter')], listOf(TEXT), (call, string, delimiter) => {
        const program = programOf(call, delimiter, '');
        if (!program) return null;
        const all = points(call, string);
        const parts: string[] = [];
        let rest = 0;
        eachFind(call, program, all, (_found, from, to) => {
          if (to === from && (from === 0 || from === all.length)) return;
          call.run.spend(15);
          parts.push(textOf(all, rest, from));
          call.run.checkList(parts.length);
          rest = to;
        });
        parts.push(textOf(all, rest, all.length));
        return parts;
      }),
    ],
  },
];
