import type { InteractionsReport } from '#api/reports.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { listInteractionNames } from '#store/queries/interactions.ts';
import { askEvidence, type Cut } from '#store/replica/evidence.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { AccountScope } from '#store/scope.ts';
import { whereWent } from './went.ts';

const QUESTION = `
  select interaction, count(*)::integer as started,
    (count(*) filter (where ${whereWent('completed')}))::integer as completed,
    quantile_cont((active + idle)::double, 0.5) filter (where outcome is not null) as median
  from session group by interaction
  order by started desc, interaction`;

/** How the sessions of a cut went, Interaction by Interaction; of those that had none it is said how many there are. */
export async function interactionsOf(
  scope: AccountScope,
  db: Db,
  replica: Replica,
  cut: Cut,
): Promise<InteractionsReport> {
  const [rows, known] = await Promise.all([
    askEvidence(scope, replica, cut, QUESTION),
    listInteractionNames(scope, db),
  ]);
  const byId = new Map(known.map((one) => [one.id, one]));
  const items = rows.map(({ interaction, started, completed, median }) => {
    const id = String(interaction) as InteractionId;
    const found = byId.get(id);
    const deleted = found === undefined || found.deleted_at !== null;
    return {
      interaction: { id, name: found?.name ?? id, deleted },
      started: Number(started),
      completed: Number(completed),
      handleTime: median === null ? null : Number(median),
    };
  });
  const had = new Set(items.map(({ interaction }) => interaction.id));
  const without = known.filter(({ id, deleted_at }) => deleted_at === null && !had.has(id)).length;
  return { fedUntil: replica.fedUntil, items, without };
}
