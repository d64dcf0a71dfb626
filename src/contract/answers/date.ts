import * as z from 'zod';
import { setting } from '../setting.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { emptyRange } from './empty-range.ts';
import { refusing } from './refuse-answer.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const settings = z.strictObject({
  kind: z.literal('date'),
  ...sharedAnswerSettings,
  min: setting(z.iso.date().optional(), { widget: 'date', label: 'Earliest', tab: 'Answer' }),
  max: setting(z.iso.date().optional(), { widget: 'date', label: 'Latest', tab: 'Answer' }),
});

type Settings = z.infer<typeof settings>;

const realDate = z.iso.date();

/** A calendar date, `2026-01-31`; ISO dates compare as texts. */
export const date = answerKind<Settings>({
  kind: 'date',
  title: 'Date',
  icon: 'calendar',
  group: 'Numbers, dates and times',
  settings,
  defaults: (variable) => ({ kind: 'date', variable }),
  type: () => ({ kind: 'date' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  problems: ({ min, max }) => emptyRange('min', min, max, (least, most) => `No date is from ${least} to ${most}`),
  samples: ({ min, max }) => [min ?? max ?? '2026-01-31'],
  limits: ({ min, max }) => ({ ...(min ? { min } : {}), ...(max ? { max } : {}) }),
  leavesAtOnce: () => false,
  read: ({ min, max }, input, { language, show }) => {
    const refuse = refusing(language);
    const parsed = realDate.safeParse(input);
    if (!parsed.success) return refuse('answer.not-date');
    const words = (day: string) => show(day, { kind: 'date' });
    if (min !== undefined && parsed.data < min) return refuse('answer.too-early', { least: words(min) });
    if (max !== undefined && parsed.data > max) return refuse('answer.too-late', { most: words(max) });
    return { ok: true, value: parsed.data, shown: words(parsed.data) };
  },
});
