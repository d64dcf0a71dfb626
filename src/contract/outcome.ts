import { ENGINE_OUTCOMES } from './event.ts';
import type { LocalizedText } from './localized-text.ts';

/** What it means that a session ended so. */
export const OUTCOME_KINDS = ['success', 'neutral', 'failure'] as const;

export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Characters of an outcome's key. */
export const OUTCOME_LENGTH = 100;

/** What the key of an outcome looks like: it stands in files, in the log and in reports. */
export const OUTCOME_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u;

export interface OutcomeFace {
  readonly label: LocalizedText;
  readonly kind: OutcomeKind;
}

type OwnOutcome = (typeof ENGINE_OUTCOMES)[keyof typeof ENGINE_OUTCOMES];

/** The outcomes that sessions have by themselves, in every account: they may be called otherwise, never taken away. */
export const OWN_OUTCOMES: Readonly<Record<string, OutcomeFace>> = {
  completed: { label: { en: 'Completed', es: 'Completado' }, kind: 'success' },
  transferred: { label: { en: 'Transferred', es: 'Transferido' }, kind: 'neutral' },
  quit: { label: { en: 'Quit', es: 'Abandonado' }, kind: 'neutral' },
  'timed-out': { label: { en: 'Timed out', es: 'Tiempo agotado' }, kind: 'failure' },
  failed: { label: { en: 'Failed', es: 'Fallido' }, kind: 'failure' },
} satisfies Record<OwnOutcome, OutcomeFace>;

export function isOwnOutcome(key: string): boolean {
  return Object.hasOwn(OWN_OUTCOMES, key);
}

/** Own outcomes that an End element may give: the others say what befell a session. */
export const GIVEN_OWN_OUTCOMES: readonly string[] = [ENGINE_OUTCOMES.completed];
