import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';
import { setting } from '../setting.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { emptyRange } from './empty-range.ts';
import { MASK } from './mask.ts';
import { matchesPattern, patternExample, patternProblems, patternSetting, patternTexts } from './pattern-setting.ts';
import { refusing } from './refuse-answer.ts';
import { length, sharedAnswerSettings } from './shared-settings.ts';

const { preset: _readable, ...shared } = sharedAnswerSettings;

const settings = z.strictObject({
  kind: z.literal('secret'),
  ...shared,
  digits: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'Digits only',
    help: 'Such as a PIN: telephones show their number keys.',
    tab: 'Answer',
  }),
  minLength: length('Least characters'),
  maxLength: length('Most characters'),
  pattern: patternSetting,
});

type Settings = z.infer<typeof settings>;

const most = ({ maxLength = LIMITS.shortText }: Settings) => Math.min(maxLength, LIMITS.shortText);

/** Used in the run and then gone: never stored, logged, shown or reported. */
export const secret = answerKind<Settings>({
  kind: 'secret',
  title: 'Secret',
  icon: 'lock',
  group: 'Text',
  settings,
  defaults: (variable) => ({ kind: 'secret', variable }),
  type: () => ({ kind: 'text' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  texts: ({ pattern }) => patternTexts(pattern),
  secret: true,
  problems: ({ minLength = 0, maxLength = LIMITS.shortText, pattern }) => [
    ...emptyRange(
      'minLength',
      minLength,
      maxLength,
      (least, most) => `Nothing has at least ${least} and at most ${most} characters`,
    ),
    ...patternProblems(pattern),
  ],
  samples: (chosen) => [
    patternExample(chosen.pattern) ?? '1234'.padEnd(chosen.minLength ?? 0, '0').slice(0, most(chosen)),
  ],
  limits: (chosen) => ({ digits: chosen.digits === true, maxLength: most(chosen) }),
  leavesAtOnce: () => false,
  read: (chosen, input, context) => {
    const { language } = context;
    const refuse = refusing(language);
    if (typeof input !== 'string') return refuse('answer.not-text');
    const count = [...input].length;
    const least = chosen.minLength ?? 0;
    if (chosen.digits && !/^\d+$/.test(input)) return refuse('answer.not-digits');
    if (count < least) return refuse('answer.too-short', { least });
    if (count > most(chosen)) return refuse('answer.too-long', { most: most(chosen), count });
    const problem = matchesPattern(chosen.pattern, input, context);
    return problem ? { ok: false, problem } : { ok: true, value: input, shown: MASK };
  },
});
