import type { FieldKind } from './field-kind.ts';
import { acknowledge } from './kinds/acknowledge.tsx';
import { date } from './kinds/date.tsx';
import { longText } from './kinds/long-text.tsx';
import { number } from './kinds/number.tsx';
import { oneChoice } from './kinds/one-choice.tsx';
import { shortText } from './kinds/short-text.tsx';
import { yesNo } from './kinds/yes-no.tsx';

/** How each kind of answer is put in. A kind that is missing here cannot be answered: the field says so. */
export const FIELD_KINDS: Readonly<Record<string, FieldKind>> = {
  'one-choice': oneChoice,
  'yes-no': yesNo,
  'short-text': shortText,
  'long-text': longText,
  number,
  date,
  acknowledge,
};
