import { type AccountValue, valueRoutes } from '#api/values.ts';
import { type AccountValueRow, listAccountValues } from '#store/queries/account-values.ts';
import { listAudit } from '#store/queries/audit.ts';
import type { RouteServer } from '../http/serve.ts';
import { PAGE, pageFrom, pageOf } from '../listing.ts';
import { namesOf } from '../names.ts';
import type { Doer } from '../record.ts';
import { referencesTo } from '../references/references-to.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { changeValue, deleteValue, foundValue, makeValue } from './commands.ts';
import { objectOfValue, presentChange, presentValue, tagOfValue } from './present.ts';

export function serveValues(server: RouteServer, services: Services): void {
  server.member(valueRoutes.list, async ({ query, ...doer }) => {
    const rows = await listAccountValues(doer.who.scope, doer.db, query.text);
    const { items, ...next } = pageOf(rows, query, ({ key }) => key);
    return answer(200, { items: await presentAll(doer, items), ...next });
  });

  server.member(valueRoutes.types, async (doer) => {
    const rows = await presentAll(doer, await listAccountValues(doer.who.scope, doer.db));
    return answer(200, { items: rows.map(({ key, label, type }) => ({ key, label, type })) });
  });

  server.member(valueRoutes.create, async ({ body, ...doer }) => {
    const made = await makeValue(services, doer, body);
    return made.ok ? shown(doer, made.value, 201) : made;
  });

  server.member(valueRoutes.read, async ({ params, ...doer }) => {
    const found = await foundValue(doer, params.value);
    return found.ok ? shown(doer, found.value, 200) : found;
  });

  server.member(valueRoutes.change, async ({ params, body, ifMatch, ...doer }) => {
    const changed = await changeValue(services, doer, params.value, body, ifMatch);
    return changed.ok ? shown(doer, changed.value, 200) : changed;
  });

  server.member(valueRoutes.delete, async ({ params, query, ifMatch, ...doer }) => {
    const deleted = await deleteValue(services, doer, params.value, query.used === true, ifMatch);
    return deleted.ok ? done() : deleted;
  });

  server.member(valueRoutes.uses, async ({ params, ...doer }) => {
    const found = await foundValue(doer, params.value);
    if (!found.ok) return found;
    const { who, db } = doer;
    const look = { scope: who.scope, db, knownReferences: services.knownReferences };
    return answer(200, { items: [...(await referencesTo(look, { kind: 'value', key: found.value.key }))] });
  });

  server.member(valueRoutes.history, async ({ params, query, ...doer }) => {
    const { who, db } = doer;
    const found = await foundValue(doer, params.value);
    if (!found.ok) return found;
    const { cursor, limit = PAGE } = query;
    const before = Number(cursor);
    const rows = await listAudit(
      who.scope,
      db,
      {
        object: objectOfValue(found.value.key),
        ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
      },
      limit + 1,
    );
    const { items, ...next } = pageFrom(rows, limit, ({ n }) => String(n));
    const names = await namesOf(
      who.scope,
      db,
      items.map(({ actor }) => actor),
    );
    return answer(200, { items: items.flatMap((row) => presentChange(row, names) ?? []), ...next });
  });
}

async function presentAll({ who, db }: Doer, rows: readonly AccountValueRow[]): Promise<AccountValue[]> {
  const names = await namesOf(
    who.scope,
    db,
    rows.map(({ changed_by }) => changed_by),
  );
  return rows.map((row) => presentValue(row, names, who));
}

async function shown<Status extends 200 | 201>({ who, db }: Doer, row: AccountValueRow, status: Status) {
  const names = await namesOf(who.scope, db, [row.changed_by]);
  return answer(status, presentValue(row, names, who), { tag: tagOfValue(row) });
}
