import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';
import { LANGUAGE_PATTERN } from './localized-text.ts';

/**
 * A translation that was made from other words than the source text has now. It is known by its own words, so that it is
 * found again wherever in its element the text has got to, and counts for nothing once the translation is written anew.
 */
export const outdatedTranslation = z.strictObject({
  language: z.string().regex(LANGUAGE_PATTERN, 'a language is written like en or pt-BR'),
  /** The words of the translation. */
  text: z.string().max(LIMITS.textBytes),
  /** The source text that it was made from. */
  from: z.string().max(LIMITS.textBytes),
});

export type OutdatedTranslation = Readonly<z.infer<typeof outdatedTranslation>>;
