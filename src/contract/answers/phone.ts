import * as z from 'zod';
import { setting } from '../setting.ts';
import { say, type WordCode } from '../wording.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { countryCodeOf, readPhone, showPhone } from './phone-number.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const prefix = z
  .string()
  .regex(/^\+[1-9]\d{0,2}$/, 'a country prefix is written like +34')
  .refine((text) => countryCodeOf(text.slice(1)) === text.slice(1), 'no country has this prefix')
  .optional();

const settings = z.strictObject({
  kind: z.literal('phone'),
  ...sharedAnswerSettings,
  prefix: setting(prefix, {
    widget: 'line',
    label: 'Country prefix',
    help: 'Of numbers that are typed without one, such as +34.',
    tab: 'Answer',
  }),
});

type Settings = z.infer<typeof settings>;

const SAYS = {
  'not-a-number': 'answer.not-phone',
  'needs-country': 'answer.phone-needs-country',
  'wrong-length': 'answer.phone-length',
} as const satisfies Record<string, WordCode>;

/** A telephone number, kept in the form of E.164 and shown as it is dialled in the country of the prefix. */
export const phone = answerKind<Settings>({
  kind: 'phone',
  title: 'Telephone number',
  icon: 'phone',
  group: 'Text',
  settings,
  defaults: (variable) => ({ kind: 'phone', variable }),
  type: () => ({ kind: 'text' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  shows: ({ prefix: home }, number) => showPhone(number, home),
  problems: () => [],
  samples: () => ['+34911234567'],
  limits: ({ prefix: home }) => (home === undefined ? {} : { prefix: home }),
  leavesAtOnce: () => false,
  read: ({ prefix: home }, input, { language }) => {
    const read = readPhone(typeof input === 'string' ? input : '', home);
    if (read.ok) return { ok: true, value: read.number, shown: showPhone(read.number, home) };
    const code = SAYS[read.because];
    return { ok: false, problem: { code, message: say(language, code) } };
  },
});
