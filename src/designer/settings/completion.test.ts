import { describe, expect, test } from 'vitest';
import { complete, offersInExpression, offersInText } from './completion.ts';

const COMPLETIONS = [
  { key: 'problem', label: 'Kind of trouble' },
  { key: 'age', label: 'Age' },
  { key: 'agent.name', label: 'agent name' },
];
const NAMES = {
  completions: COMPLETIONS,
  scope: {
    problem: { kind: 'option' },
    age: { kind: 'number' },
    agent: { kind: 'record', fields: { name: { kind: 'text' }, team: { kind: 'text' } } },
  },
  values: [
    { insert: '"billing"', label: 'Bills and money' },
    { insert: '"bus pass"', label: 'Bus pass' },
  ],
} as const;

/** What is offered where `|` stands, as it is written. */
function offered(text: string): readonly string[] {
  const cursor = text.indexOf('|');
  return offersInExpression(text.replace('|', ''), cursor, NAMES)?.options.map(({ insert }) => insert) ?? [];
}

/** The text after the first of the offers was taken. */
function taken(text: string): string | undefined {
  const cursor = text.indexOf('|');
  const plain = text.replace('|', '');
  const offers = offersInExpression(plain, cursor, NAMES);
  const [first] = offers?.options ?? [];
  return offers && first && complete(plain, offers, first).text;
}

describe('while an expression is typed', () => {
  test('variables are found by their name and by what people call them', () => {
    expect(offered('ag|')).toEqual(['age', 'agent.name']);
    expect(offered('1 + trou|')).toEqual(['problem']);
  });

  test('functions and fields are offered where they can stand', () => {
    expect(taken('1 = 1 and starts w|')).toBe('1 = 1 and starts with(');
    expect(taken('not(list co|')).toBe('not(list contains(');
    expect(offered('starts|')).toContain('starts with(');
    expect(offered('agent.|')).toEqual(['name', 'team']);
    expect(offered('agent.te|')).toEqual(['team']);
  });

  test('values of the field are offered by label, and by what begins a text', () => {
    expect(offered('bill|')).toContain('"billing"');
    expect(offered('"b|')).toEqual(['"billing"', '"bus pass"']);
    expect(offered('"billing", "bus p|')).toEqual(['"bus pass"']);
    expect(taken('"billing", "bus p|')).toBe('"billing", "bus pass"');
    expect(taken('not(bus|)')).toBe('not("bus pass")');
  });

  test('nothing is offered where nothing was typed, in a text, and to whoever has written it', () => {
    expect(offered('|')).toEqual([]);
    expect(offered('age > 3 |')).toEqual([]);
    expect(offered('"some age|')).toEqual([]);
    expect(offered('"billing"|')).toEqual([]);
    expect(offered('problem|')).toEqual([]);
  });
});

describe('while a text is typed', () => {
  const inText = (text: string) => {
    const cursor = text.indexOf('|');
    const plain = text.replace('|', '');
    const offers = offersInText(plain, cursor, COMPLETIONS);
    const [first] = offers?.options ?? [];
    return offers && first && complete(plain, offers, first).text;
  };

  test('a brace or an at sign offers values, which are put in braces', () => {
    expect(inText('Hello {prob|')).toBe('Hello {problem}');
    expect(inText('Hello {prob|}!')).toBe('Hello {problem}!');
    expect(inText('Hello @trou| there')).toBe('Hello {problem} there');
    expect(inText('mail@exam|')).toBeUndefined();
    expect(inText('Hello prob|')).toBeUndefined();
  });
});
