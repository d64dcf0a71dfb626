import { describe, expect, it } from 'vitest';
import { checkTemplate, compileTemplate, freeVariablesOfTemplate, parseTemplate, type Template } from './template.ts';
import type { Scope } from './value-type.ts';

const SCOPE: Scope = { problem: { kind: 'option' }, age: { kind: 'number' } };

function template(text: string): Template {
  const parsed = parseTemplate(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function fill(text: string) {
  return compileTemplate(template(text), SCOPE).evaluate({ problem: 'billing', age: 41 }, { now: 0 });
}

describe('a text with values', () => {
  it('holds words and values, each value with its type', () => {
    expect(fill('You have selected {problem}, at {age + 1}.')).toEqual([
      { kind: 'text', text: 'You have selected ' },
      { kind: 'value', type: { kind: 'option' }, source: 'problem', value: 'billing' },
      { kind: 'text', text: ', at ' },
      { kind: 'value', type: { kind: 'number' }, source: 'age + 1', value: 42 },
      { kind: 'text', text: '.' },
    ]);
  });

  it('takes doubled braces for braces', () => {
    expect(fill('{{age}} is {age}')).toEqual([
      { kind: 'text', text: '{age} is ' },
      { kind: 'value', type: { kind: 'number' }, source: 'age', value: 41 },
    ]);
  });

  it('lets braces and quotes stand inside a placeholder', () => {
    expect(fill('{ {a: "}"}.a }').map((part) => (part.kind === 'value' ? part.value : part.text))).toEqual(['}']);
  });

  it('tells what it reads, and where', () => {
    const text = 'Hello {name}, {age}';
    expect(freeVariablesOfTemplate(template(text)).map(({ from, to }) => text.slice(from, to))).toEqual([
      'name',
      'age',
    ]);
    expect(compileTemplate(template(text), SCOPE).reads).toEqual(['name', 'age']);
  });

  it('tells mistakes at their place in the text', () => {
    const text = 'Hello {agee}';
    const [problem] = checkTemplate(template(text), SCOPE);
    expect(problem).toMatchObject({ code: 'expression.unknown-variable', from: 7, to: 11 });
    expect(parseTemplate('Hello {1 +}')).toMatchObject({ error: { code: 'expression.syntax', from: 10 } });
  });

  it.each([
    ['Hello {name', 6],
    ['Hello name}', 10],
    ['Hello {}', 6],
    ['Hello {name} and {', 17],
  ])('%s has a brace that is wrong', (text, from) => {
    expect(parseTemplate(text)).toMatchObject({ ok: false, error: { code: 'expression.placeholder', from } });
  });

  it('says where a value is null because something is wrong', () => {
    expect(fill('{age + problem}')).toMatchObject([{ value: null, error: { code: 'expression.wrong-type' } }]);
  });
});
