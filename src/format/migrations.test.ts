import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { FORMAT } from './interaction.ts';
import { FILE_MIGRATIONS } from './migrations.ts';
import { readInteraction } from './read.ts';

/** For each step: a file of the format before it, and what must be found in it once read. */
const OLD_FILES: { readonly [to: number]: { text: string; holds: object } } = {
  1: {
    text: JSON.stringify({
      format: 0,
      id: 'int_old',
      name: 'Old',
      languages: ['en'],
      start: 'q_a',
      variables: [{ key: 'word', type: 'text', label: 'Word' }],
      elements: [
        {
          id: 'q_a',
          type: 'question',
          name: 'Q',
          text: { en: 'Word?' },
          answer: { kind: 'short-text', variable: 'word' },
        },
        { id: 's_b', type: 'statement', name: 'S', text: { en: 'Thanks' } },
      ],
      connectors: [{ id: 'k1', from: 'q_a', to: 's_b' }],
    }),
    holds: {
      start: 'q_a',
      elements: { q_a: { name: 'Q' }, s_b: { name: 'S' } },
      connectors: { k1: { from: 'q_a', to: 's_b' } },
      variables: { word: { type: 'text' } },
    },
  },
};

describe('files of older formats', () => {
  it('have a step to each format up to this one', () => {
    expect(FILE_MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: FORMAT }, (_, index) => index + 1));
    expect(Object.keys(OLD_FILES).map(Number)).toEqual(FILE_MIGRATIONS.map(({ to }) => to));
  });

  it.each(FILE_MIGRATIONS)('are read by the step to format $to', ({ to }) => {
    const read = readInteraction(OLD_FILES[to]?.text ?? '', catalog);
    expect(read).toMatchObject({ ok: true, value: { format: FORMAT, ...OLD_FILES[to]?.holds } });
  });

  it('lose nothing: a thing without an id is refused by name', () => {
    const text = JSON.stringify({
      format: 0,
      id: 'int_old',
      name: 'Old',
      languages: ['en'],
      elements: [{ type: 'statement', name: 'S', text: {} }],
    });
    const read = readInteraction(text, catalog);
    expect(read).toMatchObject({ ok: false, error: [{ path: 'elements.#0' }] });
  });
});
