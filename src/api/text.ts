import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';

/** A name as people give it: one line. */
export const nameText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a name may not hold
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'a name stands on one line');

/** A note, a reason, a comment: many lines, limited. PostgreSQL stores no NUL in a text. */
export const longText = z.string().trim().min(1).max(LIMITS.longText).refine(holdsNoNul, 'a text cannot hold a NUL');

/** The same where nothing at all is fine too. */
export const optionalLongText = z.string().trim().max(LIMITS.longText).refine(holdsNoNul, 'a text cannot hold a NUL');

/** What people type to search. */
export const searchText = z.string().trim().min(1).max(200).refine(holdsNoNul, 'a text cannot hold a NUL');

export const email = z
  .string()
  .trim()
  .max(254)
  .toLowerCase()
  .pipe(z.email('an e-mail address is written like name@example.org'));

function holdsNoNul(text: string): boolean {
  return !text.includes('\u0000');
}
