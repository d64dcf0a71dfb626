import * as z from 'zod';
import { accountId } from './identifier.ts';
import { secretState, secretText } from './outgoing.ts';
import { nothing, route } from './route.ts';
import { email, nameText } from './text.ts';
import { instant } from './time.ts';
import { trial } from './trial.ts';
import { person } from './users.ts';

/**
 * How the way to the mail server is encrypted: from the start (usually port 465), after a greeting (usually 587; never
 * sent on without it), or not at all, which only a mail server on this very machine may be.
 */
export const MAIL_SECURITY = ['tls', 'starttls', 'none'] as const;

export type MailSecurity = (typeof MAIL_SECURITY)[number];

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]+)$/, 'a mail server is named like smtp.example.org');

const shared = {
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITY),
  /** Null: the server asks for no sign-in. */
  user: z
    .string()
    .min(1)
    .max(254)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it may not hold
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'a user name stands on one line')
    .nullable(),
  /** Who the mail comes from. */
  from: z.strictObject({ name: nameText, address: email }),
  /** Where answers go; null: to the sender. */
  replyTo: email.nullable(),
};

/** As they are shown: of the password only whether it is there. */
export const mailSettings = z.strictObject({
  ...shared,
  password: secretState,
  modifiedAt: instant,
  modifiedBy: person,
});

/**
 * As they are sent. A password that is left out stays as it is, as long as server and user stay the same: it is never
 * sent to a server that it was not entered for.
 */
export const mailSettingsToSet = z.strictObject({ ...shared, password: secretText.optional() });

export type MailSettingsToSet = z.infer<typeof mailSettingsToSet>;

const mail = z.strictObject({
  /** Null until they are entered: no mail is sent then. */
  settings: mailSettings.nullable(),
  abilities: z.array(z.enum(['change', 'remove', 'try'])),
});

export type Mail = z.infer<typeof mail>;

const params = z.strictObject({ account: accountId });

export const mailRoutes = {
  read: route({
    method: 'GET',
    path: '/accounts/:account/mail',
    says: 'Shows the mail server of the account, without its password.',
    access: 'connections.manage',
    params,
    answers: { 200: mail },
    tagged: true,
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/mail',
    says: 'Sets up the mail server of the account, or changes it; a password that is left out stays as it is.',
    access: 'connections.manage',
    params,
    body: mailSettingsToSet,
    answers: { 200: mail },
    tagged: true,
  }),
  try: route({
    method: 'POST',
    path: '/accounts/:account/mail/try',
    says: 'Sends a test mail to whoever asks for it.',
    access: 'connections.manage',
    params,
    answers: { 200: trial },
    repeat: 'harmless',
  }),
  remove: route({
    method: 'DELETE',
    path: '/accounts/:account/mail',
    says: 'Removes the mail server of the account with its password: no mail is sent any more.',
    access: 'connections.manage',
    params,
    answers: { 204: nothing },
  }),
};
