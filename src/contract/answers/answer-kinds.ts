import type { AnswerKind, AnswerSettings } from './answer-kind.ts';
import { date } from './date.ts';
import { number } from './number.ts';
import { oneChoice } from './one-choice.ts';
import { longText, shortText } from './text-answer.ts';
import { yesNo } from './yes-no.ts';

/** Every kind of answer, in the order menus show them. */
export const ANSWER_KINDS: readonly AnswerKind[] = [oneChoice, yesNo, shortText, longText, number, date];

const byName = new Map(ANSWER_KINDS.map((kind) => [kind.kind, kind]));

/** The kind that these settings are of. Settings were read by the schema of all kinds, so there is one. */
export function kindOf(settings: AnswerSettings): AnswerKind {
  const kind = byName.get(settings.kind);
  if (!kind) throw new Error(`Broken invariant: no answer kind ${settings.kind}`);
  return kind;
}
