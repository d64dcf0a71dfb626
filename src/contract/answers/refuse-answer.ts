import { say, type WordCode } from '../wording.ts';
import type { ReadAnswer } from './answer-kind.ts';

/** Refuses what was given, in the language of whoever gave it. */
export function refusing(language: string) {
  return (code: WordCode, params: Parameters<typeof say>[2] = {}): ReadAnswer & { readonly ok: false } => ({
    ok: false,
    problem: { code, message: say(language, code, params) },
  });
}
