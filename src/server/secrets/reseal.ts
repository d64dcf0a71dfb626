import type { Db } from '#store/connect.ts';
import { listAccounts } from '#store/queries/accounts.ts';
import { listConnections, resealConnection } from '#store/queries/connections.ts';
import { findMailSettings, resealMailPassword } from '#store/queries/mail-settings.ts';
import { accountScope } from '#store/scope.ts';
import { connectionPlace, mailPlace } from './places.ts';
import type { SecretBox, SecretPlace } from './secret-box.ts';

/** Seals every secret of every account with the present key. Those that cannot be opened stay as they are. */
export async function resealAll(transaction: Db, box: SecretBox): Promise<void> {
  for (const { id: account } of await listAccounts(transaction)) {
    // Background work that goes through the accounts one by one.
    const scope = accountScope(account);
    for (const { key, live_secret, test_secret } of await listConnections(scope, transaction)) {
      await resealConnection(scope, transaction, key, {
        live_secret: resealed(box, connectionPlace(account, key, 'live'), live_secret),
        test_secret: resealed(box, connectionPlace(account, key, 'test'), test_secret),
      });
    }
    const password = (await findMailSettings(scope, transaction))?.password ?? null;
    const sealed = resealed(box, mailPlace(account), password);
    if (sealed !== null && sealed !== password) await resealMailPassword(scope, transaction, sealed);
  }
}

function resealed(box: SecretBox, place: SecretPlace, sealed: string | null): string | null {
  if (sealed === null || box.isCurrent(sealed)) return sealed;
  const opened = box.open(place, sealed);
  return opened.ok ? box.seal(place, opened.value) : sealed;
}
