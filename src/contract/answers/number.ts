import * as z from 'zod';
import { setting } from '../setting.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { emptyRange } from './empty-range.ts';
import { refusing } from './refuse-answer.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const settings = z.strictObject({
  kind: z.literal('number'),
  ...sharedAnswerSettings,
  min: setting(z.number().optional(), { widget: 'number', label: 'Least', tab: 'Answer' }),
  max: setting(z.number().optional(), { widget: 'number', label: 'Most', tab: 'Answer' }),
  whole: setting(z.boolean().optional(), { widget: 'switch', label: 'Whole numbers only', tab: 'Answer' }),
});

type Settings = z.infer<typeof settings>;

/** A number; a text that is one is taken too, as terminals and telephones send texts. */
export const number = answerKind<Settings>({
  kind: 'number',
  title: 'Number',
  icon: 'hash',
  group: 'Numbers, dates and times',
  settings,
  defaults: (variable) => ({ kind: 'number', variable }),
  type: () => ({ kind: 'number' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  problems: ({ min, max }) =>
    emptyRange('min', min, max, (least, most) => `No number is at least ${least} and at most ${most}`),
  samples: ({ min, max, whole }) => {
    const middle = min ?? max ?? 1;
    return [whole ? Math.ceil(middle) : middle];
  },
  limits: ({ min, max, whole }) => ({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    whole: whole === true,
  }),
  leavesAtOnce: () => false,
  read: ({ min, max, whole }, input, { language, show }) => {
    const refuse = refusing(language);
    const value = typeof input === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(input) ? Number(input) : input;
    if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('answer.not-number');
    const words = (n: number) => show(n, { kind: 'number' });
    if (whole && !Number.isInteger(value)) return refuse('answer.not-whole');
    if (min !== undefined && value < min) return refuse('answer.too-small', { least: words(min) });
    if (max !== undefined && value > max) return refuse('answer.too-large', { most: words(max) });
    return { ok: true, value, shown: words(value) };
  },
});
