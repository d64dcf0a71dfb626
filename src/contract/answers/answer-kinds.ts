import type { AnswerKind, AnswerSettings } from './answer-kind.ts';
import { date } from './date.ts';
import { dateTime } from './date-time.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import { manyChoices } from './many-choices.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { oneChoice } from './one-choice.ts';
import { phone } from './phone.ts';
import { rating } from './rating.ts';
import { rows } from './rows.ts';
import { secret } from './secret.ts';
import { longText, shortText } from './text-answer.ts';
import { time } from './time.ts';
import { yesNo } from './yes-no.ts';

/** Every kind of answer, in the order menus show them; kinds of one group stand together. */
export const ANSWER_KINDS: readonly AnswerKind[] = [
  oneChoice,
  manyChoices,
  yesNo,
  rows,
  rating,
  shortText,
  longText,
  email,
  phone,
  secret,
  number,
  money,
  date,
  time,
  dateTime,
  file,
];

const byName = new Map(ANSWER_KINDS.map((kind) => [kind.kind, kind]));

/** The kind that these settings are of. Settings were read by the schema of all kinds, so there is one. */
export function kindOf(settings: AnswerSettings): AnswerKind {
  const kind = byName.get(settings.kind);
  if (!kind) throw new Error(`Broken invariant: no answer kind ${settings.kind}`);
  return kind;
}
