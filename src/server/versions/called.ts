import { type CalledVersions, calledFrom, type PinnedFindings } from '#checks/called/called-version.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { findCalled } from '#store/queries/called-versions.ts';
import type { AccountScope } from '#store/scope.ts';

/** A version with what was found in it, and all that it runs, directly or through others; itself first. */
export interface WithCalled {
  readonly itself: PinnedFindings | undefined;
  readonly others: readonly PinnedFindings[];
}

/** What each of these versions of an Interaction runs, directly or through others. */
export async function findCalledBy(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  numbers: readonly number[],
): Promise<(number: number) => WithCalled> {
  const lines = await findCalled(scope, db, interaction, numbers);
  return (number) => {
    const found = lines.filter(({ root }) => root === number).map(({ root: _root, ...line }) => line);
    const isItself = (line: PinnedFindings) => line.interaction === interaction && line.version === number;
    return { itself: found.find(isItself), others: found.filter((line) => !isItself(line)) };
  };
}

/** The same as checks look at it. One that comes back to itself is judged for itself. */
export function asCalled({ itself, others }: WithCalled): CalledVersions {
  return calledFrom(itself?.pins ?? {}, others);
}
