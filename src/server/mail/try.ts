import type { Trial } from '#api/trial.ts';
import { ok, type Result } from '#prelude/result.ts';
import { findMailSettings } from '#store/queries/mail-settings.ts';
import { findUser } from '#store/queries/users.ts';
import { sendAccountMail } from '../effects/mail.ts';
import type { Doer } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Services } from '../services.ts';

/** Sends a mail to whoever asks for it, and to nobody else. */
export async function tryMail(
  { who, db }: Doer,
  services: Pick<Services, 'db' | 'clock' | 'secrets' | 'outgoing' | 'ids'>,
): Promise<Result<Trial, Refusal>> {
  if (!(await findMailSettings(who.scope, db))) return refuse('mail.not-set-up');
  const asker = await findUser(db, who.person.id);
  if (!asker) return refuse('mail.no-address');
  const letter = {
    id: services.ids.make('try'),
    to: [asker.email],
    subject: 'Mail from Waymark works',
    text: 'This mail was sent to find out whether the mail server of the account is set up well. It is.\n',
  };
  const sent = await sendAccountMail(services, who.scope, letter, { kind: 'live' });
  return ok({
    status: sent.status,
    code: sent.status === 'failed' ? sent.code : null,
    message: sent.status === 'done' ? `The mail server took the mail to ${sent.sentTo.join(', ')}.` : sent.message,
    took: sent.took,
    http: null,
    type: null,
    text: '',
    cut: false,
  });
}
