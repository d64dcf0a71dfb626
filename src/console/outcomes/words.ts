import type { Outcome } from '#api/outcomes.ts';
import { textIn } from '#contract/localized-text.ts';
import type { OutcomeKind } from '#contract/outcome.ts';

export const KIND_WORDS = {
  success: { label: 'Success', help: 'The customer got what the call was for.', tone: 'success' },
  neutral: { label: 'Neutral', help: 'Neither: something else came of it.', tone: 'neutral' },
  failure: { label: 'Failure', help: 'The customer did not get what the call was for.', tone: 'danger' },
} as const satisfies Record<OutcomeKind, { readonly label: string; readonly help: string; readonly tone: string }>;

/** What an outcome is called in the language of this page. */
export function labelWords({ key, label }: Pick<Outcome, 'key' | 'label'>): string {
  return textIn(label, 'en', 'en') || key;
}

/** What the outcome of a session is called: as the account says, merged ones as what they count as. */
export function outcomeWordsFrom(outcomes: readonly Outcome[], key: string): string {
  const found = outcomes.find((outcome) => outcome.key === key);
  const counted = found?.mergedInto ? outcomes.find((outcome) => outcome.key === found.mergedInto) : found;
  return counted ? labelWords(counted) : key;
}
