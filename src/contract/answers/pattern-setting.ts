import * as z from 'zod';
import { readWholePattern, type WholePattern } from '#expressions/patterns/whole-pattern.ts';
import type { FieldProblem } from '../command.ts';
import type { SettingsProblem, TextPlace } from '../element-type.ts';
import { localizedText } from '../localized-text.ts';
import { setting } from '../setting.ts';
import { say } from '../wording.ts';
import type { AskContext } from './answer-kind.ts';

/** The form that a text must have, and what is said where it has not. */
export const patternSetting = z
  .strictObject({
    matches: setting(z.string().min(1).max(500), {
      widget: 'line',
      label: 'Pattern',
      help: 'A regular expression for the whole answer: [A-Z]{2}\\d{4,} is two capital letters and at least four digits.',
      tab: 'Answer',
    }),
    message: setting(localizedText.optional(), {
      widget: 'localized-line',
      label: 'Said otherwise',
      help: 'What the answer must look like.',
      tab: 'Answer',
    }),
  })
  .optional();

export type PatternSetting = z.infer<typeof patternSetting>;

export function patternTexts(pattern: PatternSetting): readonly TextPlace[] {
  const message = pattern?.message;
  return message ? [{ path: 'pattern.message', text: message, formatted: false, label: 'Said otherwise' }] : [];
}

/** Whether the pattern can be used at all: what could take for ever is found here, before any answer. */
export function patternProblems(pattern: PatternSetting): readonly SettingsProblem[] {
  const read = pattern && readWholePattern(pattern.matches);
  if (!read || read.ok) return [];
  const message = `The pattern cannot be used: ${read.error}`;
  return [{ code: 'question.pattern', severity: 'error', path: 'pattern.matches', message }];
}

/** A text that the pattern lets pass, for tests and simulated people. */
export function patternExample(pattern: PatternSetting): string | undefined {
  const read = pattern && readWholePattern(pattern.matches);
  return read?.ok ? read.value.example() : undefined;
}

/** Patterns read so far, while their settings are there. */
const known = new WeakMap<NonNullable<PatternSetting>, WholePattern | 'unusable'>();

/** What is wrong with a text by the pattern; undefined where it fits. A pattern that cannot be used forbids nothing. */
export function matchesPattern(
  pattern: PatternSetting,
  text: string,
  { language, words }: Pick<AskContext, 'language' | 'words'>,
): Omit<FieldProblem, 'field'> | undefined {
  if (!pattern) return undefined;
  const read = known.get(pattern) ?? readOnce(pattern);
  if (read === 'unusable' || read.matches(text)) return undefined;
  const own = pattern.message && words(pattern.message);
  return { code: 'answer.pattern', message: own || say(language, 'answer.pattern') };
}

function readOnce(pattern: NonNullable<PatternSetting>): WholePattern | 'unusable' {
  const read = readWholePattern(pattern.matches);
  const kept = read.ok ? read.value : 'unusable';
  known.set(pattern, kept);
  return kept;
}
