import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import { isOwnOutcome, OUTCOME_KINDS, type OutcomeKind, OWN_OUTCOMES } from '#contract/outcome.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { listOutcomes, type OutcomeRow } from '#store/queries/outcomes.ts';
import type { AccountScope } from '#store/scope.ts';

/** An outcome as the account knows it: its own, or one that sessions have by themselves. */
export interface KnownOutcome {
  readonly key: string;
  readonly label: LocalizedText;
  readonly kind: OutcomeKind;
  readonly own: boolean;
  readonly retiredAt: Instant | null;
  readonly mergedInto: string | null;
  readonly revision: number;
}

export async function knownOutcomes(scope: AccountScope, db: Db): Promise<readonly KnownOutcome[]> {
  return outcomesFrom(await listOutcomes(scope, db));
}

/** Those of the account in its order, then those that sessions have by themselves. */
export function outcomesFrom(rows: readonly OutcomeRow[]): readonly KnownOutcome[] {
  const kept = rows.filter(({ key }) => !isOwnOutcome(key)).map(fromRow);
  const own = Object.entries(OWN_OUTCOMES).map(([key, { label, kind }]): KnownOutcome => {
    const renamed = rows.find((row) => row.key === key);
    return {
      key,
      kind,
      own: true,
      label: renamed?.label ?? label,
      retiredAt: null,
      mergedInto: null,
      revision: renamed?.revision ?? 0,
    };
  });
  return [...kept, ...own];
}

function fromRow(row: OutcomeRow): KnownOutcome {
  return {
    key: row.key,
    label: row.label,
    kind: OUTCOME_KINDS.find((kind) => kind === row.kind) ?? 'neutral',
    own: false,
    retiredAt: row.retired_at,
    mergedInto: row.merged_into,
    revision: row.revision,
  };
}

/** As which outcome each one counts: itself, or the one that it was merged into. */
export function countedAs(outcomes: readonly KnownOutcome[], key: string): string {
  return outcomes.find((outcome) => outcome.key === key)?.mergedInto ?? key;
}

/** An outcome and all that were merged into it. */
export function countingAs(outcomes: readonly KnownOutcome[], key: string): readonly string[] {
  return [key, ...outcomes.filter(({ mergedInto }) => mergedInto === key).map((merged) => merged.key)];
}

/** Whether the account has words of its own for it; what sessions have by themselves, players know how to say. */
export function isNamed(outcomes: readonly KnownOutcome[], key: string): boolean {
  const found = outcomes.find((outcome) => outcome.key === key);
  return found !== undefined && !(found.own && found.revision === 0);
}

/** What an outcome is called; those that the account does not know are called by their key. */
export function labelOf(outcomes: readonly KnownOutcome[], key: string, language: string, source: string): string {
  const counted = countedAs(outcomes, key);
  const found = outcomes.find((outcome) => outcome.key === counted);
  return (found && textIn(found.label, language, source)) || key;
}
