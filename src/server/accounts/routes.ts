import { accountRoutes } from '#api/accounts.ts';
import { ROLES } from '#api/permissions.ts';
import type { AccountId } from '#prelude/ids.ts';
import { findAccount, listAccounts } from '#store/queries/accounts.ts';
import { accountScope } from '#store/scope.ts';
import type { RouteServer } from '../http/serve.ts';
import { record } from '../record.ts';
import { refuse } from '../refusal.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { changeAccount, createAccount } from './commands.ts';
import { presentAccount, tagOfAccount } from './present.ts';

export function serveAccounts(server: RouteServer, services: Services): void {
  const { ids } = services;
  server.signedIn(accountRoutes.list, async ({ db }) => {
    const rows = await listAccounts(db);
    const items = rows.map(({ id, name, settings }) => ({ id, name, demo: settings.demo === true }));
    return answer(200, { items });
  });

  server.signedIn(accountRoutes.create, async ({ db, body, who, now }) =>
    db.transaction().execute(async (within) => {
      const id = ids.make('acc') as AccountId;
      await createAccount(within, { id, name: body.name, settings: body.settings ?? {} }, now);
      const member = { person: who, account: id, scope: accountScope(id), roles: ROLES, system: true };
      const made = await findAccount(member.scope, within);
      if (!made) return refuse('server.failed');
      await record({ who: member, now, db: within }, 'account.made', { object: `account:${id}`, title: made.name });
      return answer(201, presentAccount(made, member));
    }),
  );

  server.member(accountRoutes.read, async ({ db, who }) => {
    const row = await findAccount(who.scope, db);
    if (!row) return refuse('not-found');
    return answer(200, presentAccount(row, who), { tag: tagOfAccount(row) });
  });

  server.member(accountRoutes.change, async ({ body, ifMatch, ...doer }) => {
    const changed = await changeAccount(services, doer, body, ifMatch);
    if (!changed.ok) return changed;
    return answer(200, presentAccount(changed.value, doer.who), { tag: tagOfAccount(changed.value) });
  });
}
