import * as z from 'zod';
import { localizedText } from '../localized-text.ts';
import { setting } from '../setting.ts';
import { say } from '../wording.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const LARGEST = 10;
const USUAL = 5;

const settings = z.strictObject({
  kind: z.literal('rating'),
  ...sharedAnswerSettings,
  scale: setting(z.int().min(3).max(LARGEST).optional(), {
    widget: 'number',
    label: 'Highest number',
    help: 'From 3 to 10; 5 unless set. The scale begins at 1.',
    tab: 'Answer',
  }),
  lowest: setting(localizedText.optional(), { widget: 'localized-line', label: 'Words for the lowest', tab: 'Answer' }),
  highest: setting(localizedText.optional(), {
    widget: 'localized-line',
    label: 'Words for the highest',
    tab: 'Answer',
  }),
});

type Settings = z.infer<typeof settings>;

/** A whole number from 1 to the end of a scale; one key answers. */
export const rating = answerKind<Settings>({
  kind: 'rating',
  title: 'Rating',
  icon: 'star',
  group: 'Choices',
  settings,
  defaults: (variable) => ({ kind: 'rating', variable }),
  type: () => ({ kind: 'number' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  texts: ({ lowest, highest }) => [
    ...(lowest ? [{ path: 'lowest', text: lowest, formatted: false, label: 'Words for the lowest' }] : []),
    ...(highest ? [{ path: 'highest', text: highest, formatted: false, label: 'Words for the highest' }] : []),
  ],
  problems: () => [],
  samples: ({ scale = USUAL }) => [1, scale],
  limits: ({ scale = USUAL, lowest, highest }, { words }) => ({
    scale,
    ...(lowest ? { lowest: words(lowest) } : {}),
    ...(highest ? { highest: words(highest) } : {}),
  }),
  leavesAtOnce: () => true,
  read: ({ scale = USUAL }, input, { language, show }) => {
    const value = typeof input === 'string' && /^\s*\d{1,2}\s*$/.test(input) ? Number(input) : input;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= scale) {
      return { ok: true, value, shown: show(value, { kind: 'number' }) };
    }
    const message = say(language, 'answer.not-rating', { most: scale });
    return { ok: false, problem: { code: 'answer.not-rating', message } };
  },
});
