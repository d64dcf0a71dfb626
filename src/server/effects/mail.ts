import type { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type { EffectFailureCode } from '#api/effect-failures.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Clock } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { findMailSettings } from '#store/queries/mail-settings.ts';
import type { AccountScope } from '#store/scope.ts';
import { mailSettingsOf, type StoredMailSettings } from '../mail/settings.ts';
import { mailPlace } from '../secrets/places.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { openGuardedSocket, type TrustOptions } from './guarded-connection.ts';
import { type CheckedLetter, checkLetter, type Letter, type MailMode } from './letter.ts';
import { readMailTarget } from './mail-target.ts';
import { networkFailure } from './network-failure.ts';
import type { Outgoing } from './outgoing.ts';
import { effectFailed, effectTimedOut, type MailResult } from './results.ts';
import { untilAborted } from './until-aborted.ts';

/** What sending mail needs of the server. */
export interface MailServices {
  readonly db: Db;
  readonly clock: Clock;
  readonly secrets: SecretBox;
  readonly outgoing: Outgoing;
}

/**
 * Sends a mail through the account's mail server. In a test it goes to the tester alone. Call it outside of any
 * transaction.
 */
export async function sendAccountMail(
  services: MailServices,
  scope: AccountScope,
  letter: Letter,
  mode: MailMode,
): Promise<MailResult> {
  const row = await findMailSettings(scope, services.db);
  if (!row) return effectFailed('mail.not-set-up');
  const opened = row.password === null ? undefined : services.secrets.open(mailPlace(scope.account), row.password);
  if (opened && !opened.ok) return effectFailed('secret.unreadable');
  const server = { ...mailSettingsOf(row), password: opened?.value ?? '' };
  return sendMail(services, server, letter, mode);
}

type MailServer = StoredMailSettings & { readonly password: string };

/** Sends a mail through one mail server, within all limits. Whatever the server does is a value; nothing throws. */
export async function sendMail(
  { outgoing, clock }: Pick<MailServices, 'outgoing' | 'clock'>,
  server: MailServer,
  letter: Letter,
  mode: MailMode,
  timeLimit: number = LIMITS.mailTime,
): Promise<MailResult> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  const checked = checkLetter(letter, mode);
  if (!checked.ok) return checked.error;
  const target = readMailTarget(server, outgoing.allowPrivate);
  if (!target.ok) return target.error;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeLimit);
  try {
    const { host } = target.value;
    const socket = await openGuardedSocket(outgoing.resolve, target.value, stop.signal);
    stop.signal.addEventListener('abort', () => socket.destroy());
    const work = handOver(socket, { server, host, trust: outgoing.trust }, checked.value, clock);
    const sent = await untilAborted(work, stop.signal);
    return { status: 'done', ...sent, took: took() };
  } catch (error) {
    if (stop.signal.aborted) return effectTimedOut(timeLimit, took());
    return effectFailed(failureOf(error), { ...wordsOf(error), took: took() });
  } finally {
    clearTimeout(timer);
  }
}

async function handOver(
  socket: Socket,
  { server, host, trust }: { readonly server: MailServer; readonly host: string; readonly trust: TrustOptions },
  letter: CheckedLetter,
  clock: Clock,
) {
  const { from, user, password, security, replyTo } = server;
  const domain = from.address.slice(from.address.indexOf('@') + 1);
  const transport = createTransport({
    connection: socket,
    host,
    name: domain,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password } }),
    tls: trust,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { attachment } = letter;
    const sent = await transport.sendMail({
      messageId: `<${letter.id}@${domain}>`,
      date: new Date(clock.now()),
      from,
      to: letter.to.map(bare),
      ...(replyTo === null ? {} : { replyTo: bare(replyTo) }),
      subject: letter.subject,
      text: letter.text,
      // Nobody's out-of-office note shall answer it (RFC 3834).
      headers: { 'auto-submitted': 'auto-generated' },
      xMailer: false,
      attachments: attachment
        ? [{ filename: attachment.name, contentType: attachment.type, content: Buffer.from(attachment.content) }]
        : [],
    });
    return { id: sent.messageId, sentTo: sent.accepted.map(textOf), refused: sent.rejected.map(textOf) };
  } finally {
    transport.close();
    socket.destroy();
  }
}

/** As an object, so that the address is never taken apart as text. */
function bare(address: string) {
  return { name: '', address };
}

function textOf(address: string | { readonly address: string }): string {
  return typeof address === 'string' ? address : address.address;
}

/** What the steps of SMTP that failed mean; a temporary refusal (4xx) asks to wait. */
function failureOf(error: unknown): EffectFailureCode {
  const { code, responseCode } = smtpOf(error);
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'mail.sign-in';
  if (code === 'ETLS') return 'net.not-secure';
  if (responseCode !== undefined && responseCode >= 400) return responseCode < 500 ? 'mail.busy' : 'mail.refused';
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'mail.refused';
  return networkFailure(error);
}

/** What the mail server itself said, for people. */
function wordsOf(error: unknown): { readonly detail?: string } {
  const { response } = smtpOf(error);
  if (response === undefined) return {};
  return { detail: `The mail server says: ${response.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 200)}` };
}

function smtpOf(error: unknown): {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
} {
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('responseCode' in error && typeof error.responseCode === 'number' ? { responseCode: error.responseCode } : {}),
    ...('response' in error && typeof error.response === 'string' ? { response: error.response } : {}),
  };
}
