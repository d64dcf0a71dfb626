import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ANSWER_KINDS } from '#contract/answers/answer-kinds.ts';
import { catalog } from '#elements/catalog.ts';
import { views } from '#elements/views.tsx';
import { FIELD_KINDS } from '#parts/field-kinds.ts';
import { PLAYER_LANGUAGES, wordsFor } from '#parts/words.ts';

describe('what can be asked can be answered', () => {
  it.each([...catalog.values()].filter(({ page }) => page).map(({ type }) => type))('a %s has a view', (type) => {
    expect(views.has(type)).toBe(true);
  });

  it.each(ANSWER_KINDS.map(({ kind }) => kind))('%s has an input', (kind) => {
    expect(FIELD_KINDS[kind]).toBeDefined();
  });
});

describe('the player’s own words', () => {
  it.each(PLAYER_LANGUAGES)('none is empty in %s', (language) => {
    const empty = Object.entries(wordsFor(language)).filter(([, words]) => words === '');
    expect(empty).toEqual([]);
  });

  it('falls back to the base language, then to English', () => {
    expect(wordsFor('es-MX').next).toBe('Siguiente');
    expect(wordsFor('xx').next).toBe('Next');
  });
});

it('where the player stands alone it has the same colours as the design kit', async () => {
  const stage = await readFile('src/player/stage.css', 'utf8');
  const tokens = await readFile('src/ui/tokens.css', 'utf8');
  const own = [...stage.matchAll(/var\((--wm-[a-z-]+), (light-dark\([^)]*\)|\d+px)\)/g)];
  expect(own.length).toBeGreaterThan(15);
  for (const [, name, value] of own) {
    expect(tokens).toContain(`${name}: ${value};`);
  }
});
