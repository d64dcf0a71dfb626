import type { Measure, MeasureRow } from '#measures/measure.ts';
import { askEvidence, type Cut, type TargetTime } from '#store/replica/evidence.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { AccountScope } from '#store/scope.ts';

/** Takes a measure of a cut. The rows are those that its recount from the log gives. */
export async function take<Row extends MeasureRow>(
  scope: AccountScope,
  replica: Replica,
  cut: Cut,
  measure: Measure<Row>,
  targets: readonly TargetTime[] = [],
): Promise<readonly Row[]> {
  const rows = await askEvidence(scope, replica, cut, measure.sql, targets);
  // A test holds each measure's SQL against its recount, which makes rows of this type.
  return rows as unknown as readonly Row[];
}
