import * as z from 'zod';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { localizedText } from '../localized-text.ts';
import { setting } from '../setting.ts';

const expressionText = z.string().max(LIMITS.expressionLength);

/** Settings that every kind of answer has; kinds spread them into their own object. */
export const sharedAnswerSettings = {
  variable: setting(z.string().regex(ID_PATTERN, 'a variable key is written in small letters, digits and _'), {
    widget: 'variable',
    label: 'Variable',
    help: 'Holds the answer. The question makes it by itself.',
    tab: 'Answer',
  }),
  required: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'An answer is required',
    help: 'On unless switched off.',
    tab: 'Answer',
  }),
  hint: setting(localizedText.optional(), {
    widget: 'localized-line',
    label: 'Hint',
    help: 'Shown at the field while it is empty.',
    tab: 'Answer',
  }),
  preset: setting(expressionText.optional(), {
    widget: 'expression',
    label: 'Filled in beforehand',
    help: 'What stands in the field until somebody changes it, such as customer.email or today().',
    tab: 'Answer',
  }),
  check: z
    .strictObject({
      when: setting(expressionText, {
        widget: 'expression',
        label: 'Accepted when',
        help: 'A rule over this answer and earlier values that must be true.',
        expects: { kind: 'boolean' },
        tab: 'Answer',
      }),
      message: setting(localizedText, {
        widget: 'localized-line',
        label: 'Said otherwise',
        help: 'What is wrong and how to mend it.',
        tab: 'Answer',
      }),
    })
    .optional(),
};

/** A length limit as a setting. */
export function length(label: string) {
  return setting(z.int().min(0).max(LIMITS.longText).optional(), { widget: 'number', label, tab: 'Answer' });
}
