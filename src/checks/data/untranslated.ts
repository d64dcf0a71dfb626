import { isUntranslated, translatedTexts } from '#format/translation-gaps.ts';
import type { Check } from '../check.ts';

export const untranslated: Check = {
  codes: ['data.untranslated'],
  says: 'Every text is written in each language of the Interaction.',
  run: ({ interaction, elements }) => {
    const [source, ...others] = interaction.languages;
    if (others.length === 0) return [];
    const catalog = new Map([...elements.values()].map(({ type }) => [type.type, type]));
    const texts = translatedTexts(interaction, catalog);
    return others.flatMap((language, index) => {
      const gaps = texts.filter(({ text }) => isUntranslated(text, language)).length;
      if (gaps === 0) return [];
      return [
        {
          code: 'data.untranslated',
          severity: 'info' as const,
          path: `languages.${index + 1}`,
          message: `“${language}” lacks ${gaps} of ${texts.length} texts, and people see “${source}” there; write them on the Translations panel`,
        },
      ];
    });
  },
};
