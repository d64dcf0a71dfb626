import { describe, expect, it } from 'vitest';
import { say, WORD_CODES, WORD_LANGUAGES } from './wording.ts';

const params = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted();

describe('the sentences that pages and refusals say by themselves', () => {
  it.each(WORD_CODES)('%s is said in every language, with the same values in it and without a full stop', (code) => {
    for (const language of WORD_LANGUAGES) {
      const sentence = say(language, code);
      expect(sentence).toMatch(/^\p{Lu}.*[^.\s!]$/u);
      expect(params(sentence)).toEqual(params(say('en', code)));
    }
  });

  it('are other words in other languages', () => {
    const same = WORD_CODES.filter((code) => say('en', code) === say('de', code));
    expect(same).toEqual([]);
  });

  it('are said in the base language of a region, and in English where nobody wrote them', () => {
    expect(say('es-MX', 'page.next')).toBe('Siguiente');
    expect(say('xx', 'page.next')).toBe('Next');
  });

  it('hold the values that they are given', () => {
    expect(say('de', 'answer.too-many', { most: 2, count: 3 })).toBe('Wählen Sie höchstens 2; jetzt sind es 3');
  });
});
