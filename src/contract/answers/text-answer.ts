import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';
import { maskCardNumbers } from '../card-numbers.ts';
import type { SettingsProblem } from '../element-type.ts';
import { NEXT } from './answer-exits.ts';
import { type AnswerSettings, type AskContext, answerKind, type ReadAnswer } from './answer-kind.ts';
import { emptyRange } from './empty-range.ts';
import {
  matchesPattern,
  type PatternSetting,
  patternExample,
  patternProblems,
  patternSetting,
  patternTexts,
} from './pattern-setting.ts';
import { refusing } from './refuse-answer.ts';
import { length, sharedAnswerSettings } from './shared-settings.ts';

const lengths = { minLength: length('Least characters'), maxLength: length('Most characters') };

const shortSettings = z.strictObject({
  kind: z.literal('short-text'),
  ...sharedAnswerSettings,
  ...lengths,
  pattern: patternSetting,
});

const longSettings = z.strictObject({ kind: z.literal('long-text'), ...sharedAnswerSettings, ...lengths });

/** What texts of both kinds are bounded by. */
interface TextSettings extends AnswerSettings {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: PatternSetting;
}

/** One line of text, such as a name or a number with letters in it. */
export const shortText = answerKind<z.infer<typeof shortSettings>>({
  ...textKind('short-text', LIMITS.shortText),
  title: 'Short text',
  icon: 'text-cursor-input',
  settings: shortSettings,
  defaults: (variable) => ({ kind: 'short-text', variable }),
  texts: ({ pattern }) => patternTexts(pattern),
});

/** A text of several lines. */
export const longText = answerKind<z.infer<typeof longSettings>>({
  ...textKind('long-text', LIMITS.longText),
  title: 'Long text',
  icon: 'align-left',
  settings: longSettings,
  defaults: (variable) => ({ kind: 'long-text', variable }),
});

/** What short and long text have in common: all but their field and their limit. */
function textKind(kind: string, limit: number) {
  const least = ({ minLength = 0 }: TextSettings) => minLength;
  const most = ({ maxLength = limit }: TextSettings) => Math.min(maxLength, limit);
  return {
    kind,
    group: 'Text' as const,
    type: () => ({ kind: 'text' }) as const,
    exits: () => [NEXT],
    exitFor: () => NEXT.name,
    problems: ({ minLength = 0, maxLength = limit, pattern }: TextSettings): readonly SettingsProblem[] => [
      ...emptyRange(
        'minLength',
        minLength,
        maxLength,
        (fewest, greatest) => `No text has at least ${fewest} and at most ${greatest} characters`,
      ),
      ...patternProblems(pattern),
    ],
    samples: (chosen: TextSettings) => [
      patternExample(chosen.pattern) ?? 'sample text'.padEnd(least(chosen), '.').slice(0, most(chosen)),
    ],
    limits: (chosen: TextSettings) => ({ minLength: least(chosen), maxLength: most(chosen) }),
    leavesAtOnce: () => false,
    read: (chosen: TextSettings, input: unknown, context: AskContext): ReadAnswer => {
      const refuse = refusing(context.language);
      if (typeof input !== 'string') return refuse('answer.not-text');
      const value = input.trim();
      const count = [...value].length;
      if (count < least(chosen)) return refuse('answer.too-short', { least: least(chosen) });
      if (count > most(chosen)) return refuse('answer.too-long', { most: most(chosen), count });
      const problem = matchesPattern(chosen.pattern, value, context);
      if (problem) return { ok: false, problem };
      const kept = maskCardNumbers(value);
      return { ok: true, value: kept, shown: kept };
    },
  };
}
