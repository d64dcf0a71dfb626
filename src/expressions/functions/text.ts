import { BOOLEAN, NUMBER, TEXT } from '../types/static-type.ts';
import { findText } from '../values/find-text.ts';
import { type Call, type FunctionDefinition, form } from './definition.ts';
import { list, nullable, number, optional, text } from './parameters.ts';

/** Half of a character that takes two units of a JavaScript string. */
const HALF_CHARACTER = /[\ud800-\udfff]/;

/** Characters are counted as people count them: one for each code point. */
function characterCount(call: Call, string: string): number {
  if (!HALF_CHARACTER.test(paid(call, string))) return string.length;
  call.run.spend(string.length / 4);
  return [...string].length;
}

function slice(call: Call, string: string, from: number, to: number | undefined): string {
  if (!HALF_CHARACTER.test(paid(call, string))) return string.slice(from, to);
  call.run.spend(string.length / 4);
  return [...string].slice(from, to).join('');
}

function paid(call: Call, string: string): string {
  call.run.spendText(string.length);
  return string;
}

function found(call: Call, string: string, match: string): number {
  call.run.spend(1 + (string.length + match.length) / 8);
  return findText(string, match);
}

/** A yes-or-no question about two texts. */
function question(
  name: string,
  help: string,
  example: FunctionDefinition['example'],
  ask: (string: string, match: string, call: Call) => boolean,
): FunctionDefinition {
  return {
    name,
    help,
    example,
    forms: [form([text('string'), text('match')], BOOLEAN, (call, string, match) => ask(string, match, call))],
  };
}

/** The part of a text before or after another. */
function part(
  name: string,
  help: string,
  example: FunctionDefinition['example'],
  cut: (string: string, match: string, at: number) => string,
): FunctionDefinition {
  return {
    name,
    help,
    example,
    forms: [
      form([text('string'), text('match')], TEXT, (call, string, match) => {
        const at = found(call, string, match);
        return at < 0 ? '' : cut(string, match, at);
      }),
    ],
  };
}

export const TEXT_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'substring',
    help: 'The part of a text from a character on, counted from 1 or from the end with a negative number.',
    example: { expression: 'substring("Waymark", 4, 4)', value: 'mark' },
    forms: [
      form(
        [text('string'), number('start position'), optional(number('length'))],
        TEXT,
        (call, string, start, length) => {
          const whole = Math.trunc(start);
          const from = whole > 0 ? whole - 1 : characterCount(call, string) + whole;
          if (whole === 0 || from < 0) return call.fail('expression.bad-value', 'The text has no such character.');
          if (length === undefined) return slice(call, string, from, undefined);
          if (length < 1) return call.fail('expression.bad-value', 'The length must be at least 1.');
          return slice(call, string, from, from + Math.trunc(length));
        },
      ),
    ],
  },
  {
    name: 'string length',
    help: 'The number of characters of a text.',
    example: { expression: 'string length("café")', value: 4 },
    forms: [form([text('string')], NUMBER, characterCount)],
  },
  {
    name: 'upper case',
    help: 'The text in capital letters.',
    example: { expression: 'upper case("Ab12")', value: 'AB12' },
    forms: [form([text('string')], TEXT, (call, string) => paid(call, paid(call, string).toUpperCase()))],
  },
  {
    name: 'lower case',
    help: 'The text in small letters.',
    example: { expression: 'lower case("Ab12")', value: 'ab12' },
    forms: [form([text('string')], TEXT, (call, string) => paid(call, paid(call, string).toLowerCase()))],
  },
  part(
    'substring before',
    'The part of a text before the first place where another text stands in it.',
    { expression: 'substring before("ada@example.org", "@")', value: 'ada' },
    (string, _match, at) => string.slice(0, at),
  ),
  part(
    'substring after',
    'The part of a text after the first place where another text stands in it.',
    { expression: 'substring after("ada@example.org", "@")', value: 'example.org' },
    (string, match, at) => string.slice(at + match.length),
  ),
  question(
    'contains',
    'Whether a text stands anywhere in another.',
    { expression: 'contains("outage in town", "outage")', value: true },
    (string, match, call) => found(call, string, match) >= 0,
  ),
  question(
    'starts with',
    'Whether a text begins with another.',
    { expression: 'starts with("+44 20", "+44")', value: true },
    (string, match, call) => paid(call, string).startsWith(match),
  ),
  question(
    'ends with',
    'Whether a text ends with another.',
    { expression: 'ends with("photo.png", ".png")', value: true },
    (string, match, call) => paid(call, string).endsWith(match),
  ),
  {
    name: 'string join',
    help: 'The texts of a list as one text, with another text between them where one is given.',
    example: { expression: 'string join(["a", "b", "c"], ", ")', value: 'a, b, c' },
    forms: [
      form([list('list', TEXT), nullable(text('delimiter'))], TEXT, (call, items, delimiter) => {
        call.run.spend(items.length);
        const texts = items.filter((item) => item !== null);
        if (!texts.every((item) => typeof item === 'string')) {
          return call.fail('expression.wrong-type', '“string join” takes a list of texts.');
        }
        const between = delimiter ?? '';
        const length = texts.reduce((sum, each) => sum + each.length + between.length, 0);
        call.run.spendText(length);
        return texts.join(between);
      }),
    ],
  },
];
