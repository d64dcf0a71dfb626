import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';
import { say } from '../wording.ts';
import { NEXT } from './answer-exits.ts';
import { type AnswerKind, answerKind } from './answer-kind.ts';
import { length, sharedAnswerSettings } from './shared-settings.ts';

/** Short and long text differ in their field and their limit alone. */
function textAnswer<Kind extends 'short-text' | 'long-text'>(
  kind: Kind,
  title: string,
  icon: string,
  limit: number,
): AnswerKind {
  const settings = z.strictObject({
    kind: z.literal(kind),
    ...sharedAnswerSettings,
    minLength: length('Least characters'),
    maxLength: length('Most characters'),
  });
  type Settings = z.infer<typeof settings>;
  const most = ({ maxLength }: Settings) => Math.min(maxLength ?? limit, limit);
  return answerKind<Settings>({
    kind,
    title,
    icon,
    settings: settings as z.ZodType<Settings>,
    defaults: (variable) => ({ kind, variable }) as Settings,
    type: () => ({ kind: 'text' }),
    exits: () => [NEXT],
    exitFor: () => NEXT.name,
    problems: ({ minLength = 0, maxLength = limit }) =>
      minLength > maxLength
        ? [
            {
              code: 'question.empty-range',
              severity: 'error',
              path: 'minLength',
              message: `No text has at least ${minLength} and at most ${maxLength} characters; change one of them`,
            },
          ]
        : [],
    samples: (chosen) => ['sample text'.padEnd(chosen.minLength ?? 0, '.').slice(0, most(chosen))],
    limits: (chosen) => ({ minLength: chosen.minLength ?? 0, maxLength: most(chosen) }),
    leavesAtOnce: () => false,
    read: (chosen, input, { language }) => {
      const refuse = (code: 'answer.not-text' | 'answer.too-short' | 'answer.too-long', params = {}) =>
        ({ ok: false, problem: { code, message: say(language, code, params) } }) as const;
      if (typeof input !== 'string') return refuse('answer.not-text');
      const value = input.trim();
      const count = [...value].length;
      const least = chosen.minLength ?? 0;
      if (count < least) return refuse('answer.too-short', { least });
      if (count > most(chosen)) return refuse('answer.too-long', { most: most(chosen), count });
      return { ok: true, value, shown: value };
    },
  });
}

export const shortText = textAnswer('short-text', 'Short text', 'text-cursor-input', LIMITS.shortText);
export const longText = textAnswer('long-text', 'Long text', 'align-left', LIMITS.longText);
