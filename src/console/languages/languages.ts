import { LANGUAGE_PATTERN } from '#contract/localized-text.ts';
import { languageWords } from '../words/names.ts';

/** Languages that are offered by name; any other can be named by its code. */
const OFFERED = [
  ...['en', 'es', 'de', 'fr', 'it', 'pt', 'pt-BR', 'nl', 'pl', 'ro', 'cs', 'sk', 'hu', 'el', 'sv', 'da', 'nb', 'fi'],
  ...['bg', 'hr', 'sl', 'sr', 'et', 'lv', 'lt', 'uk', 'ru', 'tr', 'ar', 'he', 'fa', 'ur', 'hi', 'bn', 'ta', 'te'],
  ...['pa', 'th', 'vi', 'id', 'ms', 'fil', 'zh', 'zh-Hant', 'ja', 'ko', 'ca', 'eu', 'gl', 'ga', 'cy', 'sw', 'en-GB'],
  ...['es-MX', 'fr-CA', 'de-AT', 'de-CH'],
];

export interface LanguageOption {
  readonly id: string;
  readonly label: string;
}

/** The languages that something is not written in yet and that fit what was typed: by name, or any at all by its code. */
export function languagesBeside(taken: readonly string[], typed: string): readonly LanguageOption[] {
  const wanted = typed.trim().toLowerCase();
  const known = OFFERED.map((tag) => ({ id: tag, label: `${languageWords(tag)} (${tag})` }))
    .filter(({ id, label }) => !taken.includes(id) && label.toLowerCase().includes(wanted))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const code = typed.trim();
  const isOther = LANGUAGE_PATTERN.test(code) && !taken.includes(code) && !OFFERED.includes(code);
  return isOther && languageWords(code) !== code
    ? [{ id: code, label: `${languageWords(code)} (${code})` }, ...known]
    : known;
}
