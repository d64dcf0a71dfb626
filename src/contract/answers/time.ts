import * as z from 'zod';
import { setting } from '../setting.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { readClockTime } from './clock-text.ts';
import { emptyRange } from './empty-range.ts';
import { refusing } from './refuse-answer.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written like 09:30')
  .optional();

const settings = z.strictObject({
  kind: z.literal('time'),
  ...sharedAnswerSettings,
  min: setting(clockTime, { widget: 'line', label: 'Earliest', help: 'Such as 09:30.', tab: 'Answer' }),
  max: setting(clockTime, { widget: 'line', label: 'Latest', help: 'Such as 17:30.', tab: 'Answer' }),
});

type Settings = z.infer<typeof settings>;

/** A time of the clock, `14:30:00`; times of one form compare as texts. */
export const time = answerKind<Settings>({
  kind: 'time',
  title: 'Time',
  icon: 'clock',
  group: 'Numbers, dates and times',
  settings,
  defaults: (variable) => ({ kind: 'time', variable }),
  type: () => ({ kind: 'time' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  problems: ({ min, max }) => emptyRange('min', min, max, (least, most) => `No time is from ${least} to ${most}`),
  samples: ({ min, max }) => [`${min ?? max ?? '10:00'}:00`],
  limits: ({ min, max }) => ({ ...(min ? { min } : {}), ...(max ? { max } : {}) }),
  leavesAtOnce: () => false,
  read: ({ min, max }, input, { language, show }) => {
    const refuse = refusing(language);
    const value = typeof input === 'string' ? readClockTime(input.trim()) : undefined;
    if (value === undefined) return refuse('answer.not-time');
    const words = (at: string) => show(at, { kind: 'time' });
    if (min !== undefined && value < `${min}:00`) return refuse('answer.time-too-early', { least: words(`${min}:00`) });
    if (max !== undefined && value > `${max}:59`) return refuse('answer.time-too-late', { most: words(`${max}:00`) });
    return { ok: true, value, shown: words(value) };
  },
});
