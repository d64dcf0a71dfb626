import type { LocalizedText } from '#contract/localized-text.ts';
import type { OutdatedTranslation } from '#contract/outdated-translation.ts';
import type { Element, Interaction } from './interaction.ts';

/** A text of an element, by its place. */
export interface PlacedText {
  readonly path: string;
  readonly text: LocalizedText;
}

/**
 * The source text that people of a language see a translation of, where it is not the present one; undefined where the
 * translation is as new as its source, and where nobody knows.
 */
export function madeFrom(element: Element, text: LocalizedText, language: string, source: string): string | undefined {
  if (language === source) return undefined;
  const used = usedFor(text, language);
  const from = element.outdated?.find((one) => one.language === used && one.text === text[used])?.from;
  const now = text[source] ?? '';
  return from === undefined || now.trim() === '' || sameWords(from, now) ? undefined : from;
}

/** What an element has to remember once its texts have changed. */
export interface TextChange {
  readonly before: readonly PlacedText[];
  readonly now: readonly PlacedText[];
  readonly outdated: readonly OutdatedTranslation[];
  /** The source language. */
  readonly source: string;
}

/**
 * Which translations of an element are older than their source after an edit: those of texts whose source was written
 * otherwise while they stayed as they were, and those that were older before and have not been touched.
 */
export function outdatedAfter({ before, now, outdated, source }: TextChange): readonly OutdatedTranslation[] {
  const found: OutdatedTranslation[] = [];
  for (const { path, text } of now) {
    const was = before.find((place) => place.path === path)?.text;
    const words = text[source] ?? '';
    for (const [language, translated] of Object.entries(text)) {
      if (language === source || translated.trim() === '') continue;
      const known = outdated.find((one) => one.language === language && one.text === translated)?.from;
      const isKept = was?.[language] === translated;
      // The same pair stood elsewhere in the element: the text was moved, and nobody wrote anything.
      const isMoved = before.some(
        (place) => place.text[source] === text[source] && place.text[language] === translated,
      );
      const from = isKept || isMoved ? (known ?? (isMoved ? undefined : was?.[source])) : undefined;
      // What never had a source text was written before it, not made from other words.
      if (from === undefined || from.trim() === '' || sameWords(from, words)) continue;
      if (!found.some((one) => one.language === language && one.text === translated)) {
        found.push({ language, text: translated, from });
      }
    }
  }
  return found.toSorted((a, b) => order(a.language, b.language) || order(a.text, b.text));
}

/** The file as it runs: how old its translations are is no part of its content. */
export function withoutOutdated({ elements }: Pick<Interaction, 'elements'>): Interaction['elements'] {
  if (!Object.values(elements).some((element) => element.outdated)) return elements;
  return Object.fromEntries(
    Object.entries(elements).map(([id, { outdated: _outdated, ...element }]) => [id, element]),
  ) as Interaction['elements'];
}

/** The language whose words stand for another one: `pt` for `pt-BR` where that is not written. */
function usedFor(text: LocalizedText, language: string): string {
  const [base = language] = language.split('-');
  return text[language] ? language : base;
}

function sameWords(a: string, b: string): boolean {
  return a.trim() === b.trim();
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
