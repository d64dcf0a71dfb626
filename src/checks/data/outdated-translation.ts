import { outdatedIn } from '#format/translation-gaps.ts';
import type { Check } from '../check.ts';

export const outdatedTranslation: Check = {
  codes: ['data.outdated-translation'],
  says: 'No translation is older than the text that it was made from.',
  run: ({ interaction, elements }) => {
    const [source, ...others] = interaction.languages;
    if (others.length === 0) return [];
    const catalog = new Map([...elements.values()].map(({ type }) => [type.type, type]));
    return others.flatMap((language, index) => {
      const old = outdatedIn(interaction, catalog, language);
      if (old === 0) return [];
      return [
        {
          code: 'data.outdated-translation',
          severity: 'warning' as const,
          path: `languages.${index + 1}`,
          message: `“${language}” has ${old === 1 ? '1 text that was' : `${old} texts that were`} translated before “${source}” was changed, and people may be told what no longer holds; look through them on the Translations panel`,
        },
      ];
    });
  },
};
