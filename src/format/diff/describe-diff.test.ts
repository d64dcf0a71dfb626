import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { draw, text } from '#test/factories/draw.ts';
import type { Interaction } from '../interaction.ts';
import { describeChanges, describeLayout } from './describe-diff.ts';
import { diffInteractions } from './diff.ts';
import { excerpts } from './excerpt.ts';

function wordsOf(before: Interaction, after: Interaction): readonly string[] {
  const compared = { before, after, diff: diffInteractions(before, after) };
  const changes = describeChanges(compared, [...compared.diff.content, ...compared.diff.comments], catalog);
  return [
    ...changes.map(({ change, words, details }) => [`${change}: ${words}`, ...details].join(' | ')),
    ...describeLayout(compared),
  ];
}

const choice = { kind: 'one-choice', variable: 'color' };
const variables = { color: { type: 'option', label: 'Colour' } };

describe('a difference in words', () => {
  it('calls elements, exits and settings what people call them', () => {
    const before = draw({
      variables,
      elements: {
        q_color: { name: 'Colour', text: text('Which?'), answer: choice },
        c_red: { name: 'Red', label: text('Red'), value: 'red' },
        s_end: { name: 'Thanks', text: text('Thanks') },
        d_big: { name: 'Big', rules: [{ id: 'rule_1', label: 'Big', when: '1 > 2' }] },
      },
      connectors: ['q_color.choices -> c_red', 'c_red -> s_end'],
    });
    const after = draw({
      variables: { color: { type: 'option', label: 'Color' } },
      name: 'Painted',
      languages: ['en', 'es'],
      start: 's_end',
      elements: {
        q_color: { name: 'Color', text: { en: 'Which?', es: '¿Cuál?' }, answer: choice, target: 'PT20S' },
        s_end: { name: 'Thanks', text: text('Thanks') },
        d_big: { name: 'Big', rules: [{ id: 'rule_1', label: 'Big', when: '1 > 3' }] },
      },
      connectors: ['q_color.choices -> s_end'],
    });
    expect(wordsOf(before, after)).toEqual([
      'changed: “Painted” (int_drawn) | Languages 2: “es” added | Name: “Drawn” → “Painted” | Start: “Colour” → “Thanks”',
      'renamed: “Color” (color) | Name: “Colour” → “Color”',
      'removed: Choice “Red” (c_red)',
      'changed: Decision “Big” (d_big) | logic, rules 1, When: “1 > 2” → “1 > 3”',
      'changed: Question “Color” (q_color) | Name: “Colour” → “Color” | Target time: “PT20S” added | Question, es: “¿Cuál?” added',
      'moved: “Color”, Choices → “Thanks” (k1) | was “Colour”, Choices → “Red”',
      'removed: “Red” → “Thanks” (k2)',
    ]);
  });

  it('counts what moved on the map, and not the places of what is new', () => {
    const before = draw({ elements: { s_1: { text: text('One') }, s_2: { text: text('Two') } } });
    const after = draw({ elements: { s_1: { text: text('One') }, s_3: { text: text('Three') } } });
    const at = (interaction: Interaction, positions: object, more = {}) =>
      ({ ...interaction, layout: { positions, ...more } }) as Interaction;
    expect(wordsOf(at(before, { s_1: [0, 0] }), at(before, { s_1: [1, 1], s_2: [2, 2] }))).toEqual([
      '2 elements moved: “s_1”, “s_2”',
    ]);
    expect(wordsOf(at(before, {}), at(before, {}, { locked: ['s_1'] }))).toEqual(['groups or locks changed']);
    expect(wordsOf(at(before, { s_2: [0, 0] }), at(after, { s_3: [1, 1] }))).toEqual([
      'removed: Statement “s_2” (s_2)',
      'added: Statement “s_3” (s_3)',
    ]);
  });

  it('tells comments by who said what about which element', () => {
    const before = draw({ elements: { s_1: { name: 'Hello', text: text('One') } } });
    const comment = { author: 'Ann', at: '2026-01-31T10:00:00Z', text: 'Why?' };
    const comments = { m_1: { ...comment, element: 's_1' }, m_2: comment };
    expect(wordsOf(before, { ...before, comments } as unknown as Interaction)).toEqual([
      'added: Ann on “Hello”: “Why?”',
      'added: Ann: “Why?”',
    ]);
  });

  it('shows of long texts the place where they differ', () => {
    const long = (word: string) =>
      `${'Please tell the caller that '.repeat(5)}${word} ${'and what happens next '.repeat(5)}`.trim();
    const [was, is] = excerpts(long('we call back'), long('they are called back'));
    expect(was).toMatch(/^…[^…]{1,40}we call back[^…]{1,40}…$/);
    expect(is).toMatch(/^…[^…]{1,40}they are called back[^…]{1,40}…$/);
    expect(excerpts('a\nb', 'c')).toEqual(['a ⏎ b', 'c']);
    expect(excerpts('👍'.repeat(80), `${'👍'.repeat(80)}👎`).join('')).not.toMatch(
      /[\ud800-\udbff](?![\udc00-\udfff])/,
    );
  });
});
