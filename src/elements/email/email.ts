import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { FAILED, leaveFailed } from '#contract/effect-exits.ts';
import { elementType } from '#contract/element-type.ts';
import { type LocalizedText, localizedText, textIn } from '#contract/localized-text.ts';
import { meanwhile, meanwhileTexts } from '#contract/meanwhile.ts';
import { setting } from '#contract/setting.ts';
import { LIMITS } from '#prelude/limits.ts';
import { emailProblems } from './email-problems.ts';
import { send } from './send.ts';

const address = z.strictObject({
  address: setting(z.string().max(LIMITS.expressionLength), {
    widget: 'expression',
    label: 'Address',
    help: 'A value such as customer.email, or an address in quotes. A list of addresses is one mail to all of them.',
  }),
});

const settings = z.strictObject({
  to: setting(z.array(address).max(50), {
    widget: 'rows',
    label: 'To',
    help: 'Everybody who gets this mail.',
    add: 'Add address',
    row: 'Address',
  }),
  subject: setting(localizedText, { widget: 'localized-line', label: 'Subject' }),
  text: setting(localizedText, {
    widget: 'localized-text',
    label: 'Text',
    help: 'Sent as plain text. Type { to put in an earlier answer.',
  }),
  attachSummary: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'Attach the answers of the session',
    tab: 'Settings',
  }),
  untilSent: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'Wait until it was sent',
    help: 'Gives it a way out for a mail that could not be sent. Otherwise the run goes on at once.',
    tab: 'Settings',
  }),
  meanwhile,
});

export interface EmailSettings {
  readonly to: readonly { readonly address: string }[];
  readonly subject: LocalizedText;
  readonly text: LocalizedText;
  readonly attachSummary?: boolean | undefined;
  readonly untilSent?: boolean | undefined;
  readonly meanwhile?: LocalizedText | undefined;
}

export const email = elementType<EmailSettings>({
  type: 'email',
  version: 1,
  migrations: [],
  title: 'Email',
  description: 'Sends a mail through the mail server of the account.',
  icon: 'mail',
  group: 'action',
  letter: 'm',
  settings: settings as unknown as z.ZodType<EmailSettings>,
  defaults: ({ language }) => ({ to: [], subject: { [language]: '' }, text: { [language]: '' } }),
  exits: ({ untilSent }) => (untilSent ? [NEXT, FAILED] : [NEXT]),
  summary: ({ subject }, language) => textIn(subject, language, language),
  texts: ({ subject, text, meanwhile: waiting }) => [
    { path: 'subject', text: subject, formatted: false, label: 'Subject', secrets: 'refused' },
    { path: 'text', text, formatted: false, label: 'Text', secrets: 'refused' },
    ...meanwhileTexts(waiting),
  ],
  expressions: ({ to }) =>
    to.map(({ address: source }, index) => ({
      path: `to.${index}.address`,
      source,
      label: `Address ${index + 1}`,
      secrets: 'refused',
    })),
  makes: () => [],
  writes: () => [],
  problems: emailProblems,
  domain: ({ untilSent }) => ({
    samples: [],
    ...(untilSent ? { results: [{ status: 'done' }, { status: 'timed-out' }] } : {}),
  }),
  waits: ({ untilSent }) => untilSent === true,
  enter: send,
  resume: (_settings, result) => {
    if (result.status === 'done') return { do: 'leave', exit: NEXT.name };
    if (result.status === 'failed') return leaveFailed(result.code);
    return leaveFailed(result.status === 'skipped' ? 'mail.skipped' : 'mail.timed-out');
  },
  awaits: ({ meanwhile: waiting }, context) => ({
    skippable: true,
    ...(waiting ? { label: context.words(waiting) } : {}),
  }),
  sample: () => ({ status: 'done' }),
});
