import { mailRoutes } from '#api/mail.ts';
import { findMailSettings } from '#store/queries/mail-settings.ts';
import type { Row } from '#store/tables.ts';
import type { RouteServer } from '../http/serve.ts';
import { inTransaction } from '../http/transaction.ts';
import { namesOf } from '../names.ts';
import { type Doer, record } from '../record.ts';
import { refuse } from '../refusal.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { changeMail, removeMail } from './commands.ts';
import { presentMail, tagOfMail } from './present.ts';
import { tryMail } from './try.ts';

export function serveMail(server: RouteServer, services: Services): void {
  server.member(mailRoutes.read, async (doer) => {
    const row = await findMailSettings(doer.who.scope, doer.db);
    return answer(200, await present(doer, row), { tag: tagOfMail(row) });
  });

  server.member(mailRoutes.change, async ({ body, ifMatch, ...doer }) => {
    const changed = await changeMail(doer, services, body, ifMatch);
    if (!changed.ok) return changed;
    return answer(200, await present(doer, changed.value), { tag: tagOfMail(changed.value) });
  });

  server.member(
    mailRoutes.try,
    async (doer) => {
      const wait = services.trials.take(doer.who.account);
      if (wait > 0) return refuse('request.too-many', { retryAfter: wait / 1_000 });
      const tried = await tryMail(doer, services);
      if (!tried.ok) return tried;
      const { status, code } = tried.value;
      const details = { status, ...(code ? { code } : {}) };
      return inTransaction(doer.db, async (within) => {
        await record({ ...doer, db: within }, 'mail.tried', { object: 'mail', title: 'Mail' }, { details });
        return answer(200, tried.value);
      });
    },
    { waitsOutside: true },
  );

  server.member(mailRoutes.remove, async (doer) => {
    const removed = await removeMail(doer);
    return removed.ok ? done() : removed;
  });

  async function present({ who, db }: Doer, row: Row<'mail_settings'> | undefined) {
    const names = await namesOf(who.scope, db, row ? [row.modified_by] : []);
    return presentMail(row, who, names, services.secrets);
  }
}
