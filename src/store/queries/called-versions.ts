import { sql } from 'kysely';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { PinnedFile } from './version-pins.ts';

/** A version, or one that it runs, directly or through others: what was found in it, without its file. */
export interface CalledLine extends Pick<PinnedFile, 'pins'> {
  /** The number of the version that was asked for. */
  readonly root: number;
  readonly interaction: InteractionId;
  readonly version: number;
  /** The name of the Interaction. */
  readonly name: string;
  readonly errors: number;
  /** 0 where nobody ran them. */
  readonly failedTests: number;
}

/** These versions of an Interaction and all that they run. */
export async function findCalled(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  numbers: readonly number[],
): Promise<readonly CalledLine[]> {
  const { rows } = await sql<Omit<CalledLine, 'pins'> & { readonly pins: PinnedFile['pins'] | null }>`
    with recursive run (root, interaction_id, number) as (
      select asked.number, ${interaction}::text collate "C", asked.number
      from unnest(${numbers}::int[]) as asked (number)
      union
      select run.root, p.callee_id, p.callee_number
      from run join version_pins p on p.account_id = ${scope.account}
        and p.interaction_id = run.interaction_id and p.number = run.number
    )
    select run.root, v.interaction_id as interaction, v.number as version, i.name, (v.problems ->> 'errors')::int as errors,
      coalesce((v.tests ->> 'all')::int - (v.tests ->> 'passed')::int, 0) as "failedTests", (
      select json_object_agg(p.callee_id, p.callee_number) from version_pins p
      where p.account_id = v.account_id and p.interaction_id = v.interaction_id and p.number = v.number
    ) as pins
    from run
    join versions v on v.account_id = ${scope.account}
      and v.interaction_id = run.interaction_id and v.number = run.number
    join interactions i on i.account_id = v.account_id and i.id = v.interaction_id`.execute(db);
  return rows.map(({ pins, ...line }) => ({ ...line, pins: pins ?? {} }));
}
