import type { FieldKind } from './field-kind.ts';
import { acknowledge } from './kinds/acknowledge.tsx';
import { date } from './kinds/date.tsx';
import { dateTime } from './kinds/date-time.tsx';
import { email } from './kinds/email.tsx';
import { file } from './kinds/file.tsx';
import { longText } from './kinds/long-text.tsx';
import { manyChoices } from './kinds/many-choices.tsx';
import { money } from './kinds/money.tsx';
import { number } from './kinds/number.tsx';
import { oneChoice } from './kinds/one-choice.tsx';
import { phone } from './kinds/phone.tsx';
import { rating } from './kinds/rating.tsx';
import { rows } from './kinds/rows.tsx';
import { secret } from './kinds/secret.tsx';
import { shortText } from './kinds/short-text.tsx';
import { time } from './kinds/time.tsx';
import { yesNo } from './kinds/yes-no.tsx';

/** How each kind of answer is put in. A kind that is missing here cannot be answered: the field says so. */
export const FIELD_KINDS: Readonly<Record<string, FieldKind>> = {
  'one-choice': oneChoice,
  'many-choices': manyChoices,
  'yes-no': yesNo,
  rating,
  'short-text': shortText,
  'long-text': longText,
  email,
  phone,
  secret,
  rows,
  number,
  money,
  date,
  acknowledge,
  time,
  'date-time': dateTime,
  file,
};
