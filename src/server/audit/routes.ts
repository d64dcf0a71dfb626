import { auditRoutes } from '#api/audit.ts';
import type { Db } from '#store/connect.ts';
import { listAudit } from '#store/queries/audit.ts';
import { listMembers } from '#store/queries/memberships.ts';
import type { AccountScope } from '#store/scope.ts';
import type { RouteServer } from '../http/serve.ts';
import { PAGE, pageFrom } from '../listing.ts';
import { namesOf } from '../names.ts';
import { answer } from '../reply.ts';
import { SERVER_ACTOR } from '../sessions/steps.ts';
import { readDetails } from './present.ts';

export function serveAudit(server: RouteServer): void {
  server.member(auditRoutes.list, async ({ db, who, query }) => {
    const { cursor, limit = PAGE, object, text } = query;
    const before = Number(cursor);
    const filter = {
      ...(object === undefined ? {} : { object, ...partsOf(object) }),
      ...(text === undefined ? {} : { naming: { text, actors: await namedSo(who.scope, db, text) } }),
      ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
    };
    const rows = await listAudit(who.scope, db, filter, limit + 1);
    const { items, ...next } = pageFrom(rows, limit, ({ n }) => String(n));
    const names = await namesOf(
      who.scope,
      db,
      items.map(({ actor }) => actor),
    );
    return answer(200, {
      items: items.map((row) => {
        const { title, why, set } = readDetails(row.details);
        const { n: number, at, action: what, object: on, hash } = row;
        return {
          number,
          at,
          who: row.actor === SERVER_ACTOR ? null : names.of(row.actor),
          what,
          object: on,
          title,
          why,
          details: set,
          hash,
        };
      }),
      ...next,
    });
  });
}

/** Who of the account is called so. */
async function namedSo(scope: AccountScope, db: Db, text: string): Promise<readonly string[]> {
  const wanted = text.toLowerCase();
  const members = await listMembers(scope, db);
  return members.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ user_id }) => user_id);
}

/** What happened to its versions belongs to the history of an Interaction. */
function partsOf(object: string): { readonly parts?: string } {
  const [kind, id] = object.split(':');
  return kind === 'interaction' ? { parts: `version:${id}/` } : {};
}
