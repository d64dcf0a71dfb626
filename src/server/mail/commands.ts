import type { ProblemField } from '#api/errors.ts';
import type { MailSettingsToSet } from '#api/mail.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import {
  deleteMailSettings,
  findMailSettings,
  lockMailSettings,
  saveMailSettings,
} from '#store/queries/mail-settings.ts';
import type { Row } from '#store/tables.ts';
import { readMailTarget } from '../effects/mail-target.ts';
import { tagMatches } from '../http/etag.ts';
import { type Doer, record } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { mailPlace } from '../secrets/places.ts';
import type { Services } from '../services.ts';
import { tagOfMail } from './present.ts';
import { mailSettingsOf, type StoredMailSettings } from './settings.ts';

const ON = { object: 'mail', title: 'Mail' };

export async function changeMail(
  doer: Doer,
  services: Pick<Services, 'secrets' | 'outgoing'>,
  toSet: MailSettingsToSet,
  ifMatch: string | undefined,
): Promise<Result<Row<'mail_settings'>, Refusal>> {
  const { who, db, now } = doer;
  const before = await lockMailSettings(who.scope, db);
  if (!tagMatches(ifMatch, tagOfMail(before))) return refuse('object.changed');
  const { password: entered, ...settings } = toSet;
  const target = readMailTarget(settings, services.outgoing.allowPrivate);
  if (!target.ok) {
    const { code, message } = target.error;
    return refuse('request.invalid', { fields: [{ field: 'body.host', code, message }] });
  }
  const password = passwordToStore(doer, services, toSet, before);
  if (!password.ok) return refuse('request.invalid', { fields: [password.error] });
  const act = { by: who.person.id, at: now };
  await saveMailSettings(who.scope, db, { settings, password: password.value }, act);
  const { host, port, security, from } = settings;
  const details = {
    host,
    port,
    security,
    from: from.address,
    ...(entered === undefined ? {} : { password: 'replaced' }),
  };
  await record(doer, 'mail.changed', ON, { details });
  const row = await findMailSettings(who.scope, db);
  return row ? ok(row) : refuse('not-found');
}

export async function removeMail(doer: Doer): Promise<Result<undefined, Refusal>> {
  if (!(await deleteMailSettings(doer.who.scope, doer.db))) return refuse('not-found');
  await record(doer, 'mail.removed', ON);
  return ok(undefined);
}

/** Sealed. One that is not given is kept for the same server and user; anywhere else it would tell a stranger. */
function passwordToStore(
  { who }: Doer,
  { secrets }: Pick<Services, 'secrets'>,
  toSet: MailSettingsToSet,
  before: Row<'mail_settings'> | undefined,
): Result<string | null, ProblemField> {
  if (toSet.user === null) return ok(null);
  if (toSet.password !== undefined) return ok(secrets.seal(mailPlace(who.account), toSet.password));
  if (before?.password && isForTheSame(mailSettingsOf(before), toSet)) return ok(before.password);
  const message = before?.password
    ? 'Enter the password again: it was entered for another server or another user.'
    : 'Enter the password of this user.';
  return fail({ field: 'body.password', code: 'needed', message });
}

function isForTheSame(before: StoredMailSettings, after: MailSettingsToSet): boolean {
  const words = ({ host, port, security, user }: Pick<StoredMailSettings, 'host' | 'port' | 'security' | 'user'>) =>
    JSON.stringify([host.toLowerCase(), port, security, user]);
  return words(before) === words(after);
}
