import { userRoutes } from '#api/users.ts';
import { listMembers } from '#store/queries/memberships.ts';
import type { RouteServer } from '../http/serve.ts';
import { pageOf } from '../listing.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { addUser, changeUser } from './commands.ts';
import { presentUser } from './present.ts';

export function serveUsers(server: RouteServer, services: Services): void {
  server.member(userRoutes.list, async ({ db, who, query }) => {
    const wanted = query.text?.toLowerCase() ?? '';
    const members = (await listMembers(who.scope, db)).filter(({ name, email }) =>
      `${name} ${email}`.toLowerCase().includes(wanted),
    );
    const { items, ...next } = pageOf(members, query, ({ user_id }) => user_id);
    return answer(200, { items: items.map((row) => presentUser(row, who)), ...next });
  });

  server.member(userRoutes.add, async ({ body, ...doer }) => {
    const added = await addUser(services, doer, body);
    return added.ok ? answer(201, presentUser(added.value, doer.who)) : added;
  });

  server.member(userRoutes.change, async ({ params, body, ...doer }) => {
    const changed = await changeUser(doer, params.user, body);
    return changed.ok ? answer(200, presentUser(changed.value, doer.who)) : changed;
  });
}
