import * as z from 'zod';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { localizedText } from '../localized-text.ts';
import { setting } from '../setting.ts';

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
};

/** A length limit as a setting. */
export function length(label: string) {
  return setting(z.int().min(0).max(LIMITS.longText).optional(), { widget: 'number', label, tab: 'Answer' });
}
