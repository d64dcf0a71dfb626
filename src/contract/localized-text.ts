import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';

/** A text in each language that somebody wrote it in, keyed by BCP 47 tag: `{"en":"Billing","es":"Facturación"}`. */
export type LocalizedText = { readonly [language: string]: string };

export const LANGUAGE_PATTERN = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export const localizedText: z.ZodType<LocalizedText> = z.record(
  z.string().regex(LANGUAGE_PATTERN, 'a language is written like en or pt-BR'),
  z.string().max(LIMITS.textBytes),
);

/** The text in `language`, else in its base language, else in the source language, else in any, else empty. */
export function textIn(text: LocalizedText | undefined, language: string, source: string): string {
  if (text === undefined) return '';
  return text[language] ?? text[baseOf(language)] ?? text[source] ?? Object.values(text)[0] ?? '';
}

function baseOf(language: string): string {
  const dash = language.indexOf('-');
  return dash < 0 ? language : language.slice(0, dash);
}
