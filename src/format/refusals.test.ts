import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { LIMITS } from '#prelude/limits.ts';
import { FILE_ERROR_CODES, type FileErrorCode } from './file-error.ts';
import { readInteraction } from './read.ts';

const file = (more = '', head = '"format": 1') =>
  `{\n  ${head}, "id": "int_a", "name": "A", "languages": ["en"]${more}\n}`;
const statement = (id: string) => `"${id}": { "type": "statement", "name": "S", "text": { "en": "x" } }`;

const unknownKeys = (count: number) => Array.from({ length: count }, (_, i) => `,\n "key_${i}": 1`).join('');

/** A hostile or mistaken file for each code, with the place that the error must name. */
const CASES: {
  readonly [code in FileErrorCode]: readonly { says: string; text: string; at?: string; line?: number }[];
} = {
  'file.too-big': [{ says: 'larger than the limit', text: `"${'x'.repeat(LIMITS.fileBytes)}"` }],
  'file.not-text': [{ says: 'begins with a byte order mark', text: `\ufeff${file()}` }],
  'file.too-deep': [
    { says: 'nests a million deep', text: '['.repeat(1_000_000) },
    { says: 'nests just past the limit', text: '['.repeat(LIMITS.nesting + 1) + ']'.repeat(LIMITS.nesting + 1) },
  ],
  'file.not-json': [
    { says: 'is empty', text: '' },
    { says: 'is cut off', text: file().slice(0, -3) },
    { says: 'has a comment', text: `// hello\n${file()}` },
    { says: 'has a trailing comma', text: file(',') },
    { says: 'holds NaN', text: file(',\n"target": NaN'), line: 3 },
    { says: 'holds two values', text: `${file()}{}` },
  ],
  'file.duplicate-key': [{ says: 'names a key twice', text: file(',\n "name": "B"'), at: 'name', line: 3 }],
  'file.forbidden-key': [
    { says: 'reaches for the prototype', text: file(', "__proto__": {}'), at: '__proto__' },
    {
      says: 'reaches for the constructor deep down',
      text: file(', "variables": { "constructor": {} }'),
      at: 'variables.constructor',
    },
  ],
  'file.unsafe-number': [
    {
      says: 'has an integer past 2^53',
      text: file(', "layout": { "positions": { "s_a": [9007199254740993, 0] } }'),
      at: 'layout.positions.s_a.0',
    },
    { says: 'has a number past all doubles', text: file(', "layout": { "positions": { "s_a": [1e400, 0] } }') },
  ],
  'file.broken-text': [
    { says: 'holds a lone surrogate as an escape', text: file(', "description": "\\ud800"'), at: 'description' },
    { says: 'holds a NUL', text: file(', "description": "a\\u0000b"'), at: 'description' },
    { says: 'holds a lone surrogate as a key', text: file(', "variables": { "\\udc00": 1 }') },
  ],
  'file.newer-format': [
    { says: 'comes from a newer Waymark', text: file('', '"format": 99'), at: 'format', line: 2 },
    {
      says: 'has an element from a newer Waymark',
      text: file(',\n "elements": {\n "e_a": { "type": "end", "version": 99, "name": "E", "outcome": "done" } }'),
      at: 'elements.e_a.version',
      line: 4,
    },
  ],
  'file.no-format': [
    { says: 'has no format', text: '{ "id": "int_a" }', at: 'format' },
    { says: 'has a text as its format', text: file('', '"format": "1"'), at: 'format' },
  ],
  'file.unknown-key': [
    { says: 'has a key that is not known', text: file(',\n "colour": "red"'), at: 'colour', line: 3 },
    {
      says: 'has an element with a setting that is not known',
      text: file(`,\n "elements": {\n "s_a": { "type": "statement", "name": "S", "text": {},\n "shout": true } }`),
      at: 'elements.s_a.shout',
      line: 5,
    },
  ],
  'file.unknown-type': [
    {
      says: 'has an element of no known type',
      text: file(', "elements": { "x_a": { "type": "dance", "name": "D" } }'),
      at: 'elements.x_a.type',
    },
  ],
  'file.wrong-value': [
    { says: 'is a list', text: '[]' },
    { says: 'has an id in capitals', text: file(', "elements": { "S": {} }') },
    { says: 'has a name that is a number', text: file().replace('"A"', '5'), at: 'name', line: 2 },
    { says: 'names a language twice', text: file().replace('["en"]', '["en", "en"]'), at: 'languages' },
    {
      says: 'has an element whose version is no number',
      text: file(
        ',\n "elements": {\n "d_a": { "type": "decision", "version": "x", "name": "D", "logic": { "form": "rules", "rules": [] } } }',
      ),
      at: 'elements.d_a.version',
      line: 4,
    },
    { says: 'has a target that lasts for ages', text: file(', "target": "P99999999999999D"'), at: 'target' },
    ...[
      ['a moment that is none', '"now": "tomorrow"', 'now'],
      ['an agent who has no such field', '"agent": { "shoe": 7 }', 'agent'],
      ['an account value by no key', '"values": { "A b": 1 }', 'values.A b'],
      ['a language that is none', '"language": 1', 'language'],
    ].map(([says, given, at]) => ({
      says: `gives a test ${says}`,
      text: file(`,\n "tests": { "t_a": { "name": "T", "answers": [], "expect": {},\n "given": { ${given} } } }`),
      at: `tests.t_a.given.${at}`,
      line: 4,
    })),
    {
      says: 'has a test that expects no words to be seen',
      text: file(', "tests": { "t_a": { "name": "T", "answers": [{ "at": "s_a", "shows": [" "] }], "expect": {} } }'),
      at: 'tests.t_a.answers.0.shows.0',
    },
    { says: 'has a target that is no duration', text: file(', "target": "20 seconds"'), at: 'target' },
  ],
  'file.too-many': [
    {
      says: 'has more elements than the limit',
      text: file(
        `, "elements": {${Array.from({ length: LIMITS.elements + 1 }, (_, i) => statement(`s_${i}`)).join(',')}}`,
      ),
      at: 'elements',
    },
  ],
  'file.dangling': [
    { says: 'starts at an element that is not there', text: file(',\n "start": "s_a"'), at: 'start', line: 3 },
    {
      says: 'connects to an element that is not there',
      text: file(`, "elements": { ${statement('s_a')} },\n "connectors": { "k1": { "from": "s_a", "to": "s_b" } }`),
      at: 'connectors.k1.to',
      line: 3,
    },
    { says: 'starts at an inherited name', text: file(', "start": "to_string"'), at: 'start' },
  ],
  'file.more-mistakes': [{ says: 'has more mistakes than anybody reads', text: file(unknownKeys(1_000)), at: '' }],
};

describe('a file is refused, with its place, when it', () => {
  const all = FILE_ERROR_CODES.flatMap((code) => CASES[code].map((each) => [code, each.says, each] as const));

  it.each(all)('%s: %s', (code, _says, { text, at, line }) => {
    const read = readInteraction(text, catalog);
    expect(read.ok).toBe(false);
    const error = read.ok ? undefined : read.error.find((each) => each.code === code);
    expect(error).toMatchObject({
      code,
      ...(at === undefined ? {} : { path: at }),
      ...(line === undefined ? {} : { line }),
    });
    expect(error?.message.length).toBeGreaterThan(10);
  });

  it('says the first mistakes and how many there are beside, however many: nobody else waits for it', () => {
    // To look up the place of each would take minutes.
    const read = readInteraction(file(unknownKeys(100_000)), catalog);
    const told = read.ok ? [] : read.error;
    expect(told).toHaveLength(LIMITS.fileMistakes + 1);
    expect(told[0]).toMatchObject({ code: 'file.unknown-key', path: 'key_0', line: 3, column: 2 });
    expect(told.at(-1)?.message).toMatch(/99900 more mistakes/);
  });

  it('but not where a test gives a value to a variable that has a name of a built-in value', () => {
    const variables = '"now": { "type": "number", "label": "Now" }';
    const test = '"t_a": { "name": "T", "answers": [], "expect": {}, "given": { "now": 7 } }';
    expect(readInteraction(file(`, "variables": { ${variables} }, "tests": { ${test} }`), catalog).ok).toBe(true);
  });

  it('leaves every prototype as it was', () => {
    for (const [, , { text }] of all) readInteraction(text, catalog);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
