import * as z from 'zod';
import { setting } from '../setting.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { dateOf, readMoment } from './clock-text.ts';
import { emptyRange } from './empty-range.ts';
import { refusing } from './refuse-answer.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const settings = z.strictObject({
  kind: z.literal('date-time'),
  ...sharedAnswerSettings,
  min: setting(z.iso.date().optional(), { widget: 'date', label: 'Earliest day', tab: 'Answer' }),
  max: setting(z.iso.date().optional(), { widget: 'date', label: 'Latest day', tab: 'Answer' }),
});

type Settings = z.infer<typeof settings>;

/** A date with a time, `2026-01-31T10:00:00+01:00`. Typed without an offset it is meant in the account's time zone. */
export const dateTime = answerKind<Settings>({
  kind: 'date-time',
  title: 'Date and time',
  icon: 'calendar-clock',
  group: 'Numbers, dates and times',
  settings,
  defaults: (variable) => ({ kind: 'date-time', variable }),
  type: () => ({ kind: 'date-time' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  problems: ({ min, max }) => emptyRange('min', min, max, (least, most) => `No day is from ${least} to ${most}`),
  samples: ({ min, max }) => [`${min ?? max ?? '2026-01-31'}T10:00:00+00:00`],
  limits: ({ min, max }, { timeZone }) => ({
    ...(min ? { min } : {}),
    ...(max ? { max } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
  }),
  leavesAtOnce: () => false,
  read: ({ min, max }, input, { language, show, timeZone = 'UTC' }) => {
    const refuse = refusing(language);
    const value = typeof input === 'string' ? readMoment(input.trim(), timeZone) : undefined;
    if (value === undefined) return refuse('answer.not-date-time');
    const words = (day: string) => show(day, { kind: 'date' });
    if (min !== undefined && dateOf(value) < min) return refuse('answer.too-early', { least: words(min) });
    if (max !== undefined && dateOf(value) > max) return refuse('answer.too-late', { most: words(max) });
    return { ok: true, value, shown: show(value, { kind: 'date-time' }) };
  },
});
