import type { Catalog, TextPlace } from '#contract/element-type.ts';
import type { LocalizedText } from '#contract/localized-text.ts';
import type { ElementId } from '#prelude/ids.ts';
import { textsOf } from './element-places.ts';
import { settingsOf } from './element-settings.ts';
import type { Interaction } from './interaction.ts';
import { madeFrom } from './outdated-translations.ts';

/** A text of an element that is written in the source language. */
export interface TranslatedText extends TextPlace {
  readonly element: ElementId;
}

/** Every text that has words in the source language, and so can be translated. */
export function translatedTexts(interaction: Interaction, catalog: Catalog): readonly TranslatedText[] {
  const source = interaction.languages[0];
  return Object.entries(interaction.elements).flatMap(([id, element]) => {
    const type = catalog.get(element.type);
    if (!type || type.group === 'note') return [];
    return textsOf({ element, type, settings: settingsOf(element) })
      .filter(({ text }) => (text[source] ?? '').trim() !== '')
      .map((place) => ({ ...place, element: id as ElementId }));
  });
}

/** Whether people who read this language see the source language instead. A base language will do: `pt` for `pt-BR`. */
export function isUntranslated(text: LocalizedText, language: string): boolean {
  const [base = language] = language.split('-');
  return ((text[language] || text[base]) ?? '').trim() === '';
}

/** How many texts are older in a language than in the source language. */
export function outdatedIn(interaction: Interaction, catalog: Catalog, language: string): number {
  return translatedTexts(interaction, catalog).filter(({ element, text }) => {
    const its = interaction.elements[element];
    return its !== undefined && madeFrom(its, text, language, interaction.languages[0]) !== undefined;
  }).length;
}

/** How many texts are not written in a language yet. */
export function gapsIn(interaction: Interaction, catalog: Catalog, language: string): number {
  return translatedTexts(interaction, catalog).filter(({ text }) => isUntranslated(text, language)).length;
}
