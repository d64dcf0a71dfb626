import * as z from 'zod';
import type { ChangeRequest } from '#api/change-requests.ts';
import { findInteraction } from '#store/queries/interactions.ts';
import type { Row } from '#store/tables.ts';
import { namesOf } from '../names.ts';
import type { Doer } from '../record.ts';
import { abilities, allows } from '../who.ts';
import { IN_WORDS } from './status.ts';

const figures = z.record(z.string(), z.union([z.number(), z.string()]));

export async function presentRequests(
  { who, db }: Doer,
  rows: readonly Row<'change_requests'>[],
): Promise<ChangeRequest[]> {
  const people = rows.flatMap(({ created_by, owner }) => (owner === null ? [created_by] : [created_by, owner]));
  const names = await namesOf(who.scope, db, people);
  const titles = new Map<string, string>();
  for (const id of new Set(rows.map(({ interaction_id }) => interaction_id))) {
    titles.set(id, (await findInteraction(who.scope, db, id))?.name ?? id);
  }
  const write = allows(who, 'change-requests.write');
  return rows.map((row) => {
    const { period_from: from, period_to: to } = row;
    return {
      id: row.id,
      interaction: { id: row.interaction_id, name: titles.get(row.interaction_id) ?? row.interaction_id },
      version: row.version_number ?? 0,
      element: row.element,
      period: from === null || to === null ? null : { from, to },
      figures: figures.parse(row.figures),
      wish: row.wish,
      status: IN_WORDS[row.status],
      owner: row.owner === null ? null : names.of(row.owner),
      createdAt: row.created_at,
      createdBy: names.of(row.created_by),
      answeredBy: row.closed_by_version,
      abilities: abilities({
        change: write,
        decline: write && row.status === 'open',
        reopen: write && row.status === 'declined',
      }),
    };
  });
}
