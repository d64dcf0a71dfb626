import * as z from 'zod';
import type { TransferTarget } from '#contract/command.ts';
import { type EnterOutcome, type Exit, elementType, type RunContext } from '#contract/element-type.ts';
import { type LocalizedText, localizedText } from '#contract/localized-text.ts';
import { setting } from '#contract/setting.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { cutText } from '#prelude/cut-text.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';

const expression = z.string().max(LIMITS.expressionLength);
const TEXT = { kind: 'text' } as const;

const target = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('team'),
    team: setting(z.string().regex(new RegExp(`^$|${ID_PATTERN.source}`), 'a team is chosen by its key'), {
      widget: 'team',
      label: 'Team',
    }),
  }),
  z.strictObject({
    kind: z.literal('person'),
    person: setting(expression, {
      widget: 'expression',
      label: 'Person',
      help: 'Gives the e-mail address of a colleague: customer.advisor, or an address in quotes.',
      expects: TEXT,
    }),
  }),
  z.strictObject({
    kind: z.literal('number'),
    number: setting(expression, {
      widget: 'expression',
      label: 'Number',
      help: 'Gives a telephone number or another address outside, in quotes or from a value.',
      expects: TEXT,
    }),
  }),
]);

type Target = z.infer<typeof target>;

const settings = z.strictObject({
  to: setting(target, {
    widget: 'one-of',
    label: 'To',
    options: [
      { value: 'team', label: 'A team', first: { kind: 'team', team: '' } },
      { value: 'person', label: 'A person', first: { kind: 'person', person: '' } },
      { value: 'number', label: 'A number outside', first: { kind: 'number', number: '' } },
    ],
  }),
  note: setting(localizedText.optional(), {
    widget: 'localized-text',
    label: 'Note',
    help: 'What the one who goes on should know. Type { to put in an earlier answer.',
  }),
});

export interface TransferSettings {
  readonly to: Target;
  readonly note?: LocalizedText | undefined;
}

/** Those who take over go on behind it; with nothing connected the session ends as transferred. */
const NEXT: Exit = { name: 'next', label: 'Next', connectors: 'one', unconnected: 'ends-transferred' };

export const transfer = elementType<TransferSettings>({
  type: 'transfer',
  version: 1,
  migrations: [],
  title: 'Transfer',
  description: 'Hands the session to a team, a person or a number outside, with a note.',
  icon: 'forward',
  group: 'action',
  letter: 'x',
  settings,
  defaults: () => ({ to: { kind: 'team', team: '' } }),
  exits: () => [NEXT],
  summary: ({ to }) => sourceOf(to),
  texts: ({ note }) => (note ? [{ path: 'note', text: note, formatted: false, label: 'Note' }] : []),
  expressions: ({ to }) =>
    to.kind === 'team'
      ? []
      : [
          {
            path: `to.${to.kind}`,
            source: sourceOf(to),
            expects: TEXT,
            label: to.kind === 'person' ? 'Person' : 'Number',
            secrets: 'refused',
          },
        ],
  makes: () => [],
  writes: () => [],
  references: ({ to }) =>
    to.kind === 'team' && to.team !== '' ? [{ kind: 'team', key: to.team, path: 'to.team' }] : [],
  problems: ({ to }) =>
    to.kind === 'team' && to.team === ''
      ? [
          {
            code: 'transfer.no-team',
            severity: 'error',
            path: 'to.team',
            message: 'No team is chosen; choose one of the account',
          },
        ]
      : [],
  domain: () => ({ samples: [] }),
  enter: handOver,
});

function sourceOf(to: Target): string {
  switch (to.kind) {
    case 'team':
      return to.team;
    case 'person':
      return to.person;
    case 'number':
      return to.number;
    default:
      return assertNever(to);
  }
}

function handOver({ to, note }: TransferSettings, context: RunContext): EnterOutcome {
  const found = targetOf(to, context);
  if ('do' in found) return found;
  const words = note ? cutText(context.words(note).trim(), LIMITS.longText) : '';
  return { do: 'transfer', exit: NEXT.name, to: found, ...(words === '' ? {} : { note: words }) };
}

type Nobody = Extract<EnterOutcome, { do: 'fail' }>;

function targetOf(to: Target, context: RunContext): TransferTarget | Nobody {
  const source = sourceOf(to);
  if (to.kind === 'team') return source === '' ? nobody('no team is chosen') : { team: source };
  if (context.secretsOf(source).length > 0) {
    return { do: 'fail', code: 'transfer.secret', message: `“${source}” is secret and may not be handed on` };
  }
  const { value, error } = context.evaluate(source);
  const who =
    typeof value === 'string' || typeof value === 'number' ? cutText(String(value).trim(), LONGEST_TARGET) : '';
  if (who === '') return nobody(error?.message ?? `${source} has no value`);
  return to.kind === 'person' ? { user: who } : { number: who };
}

const LONGEST_TARGET = 200;

function nobody(why: string): Nobody {
  return { do: 'fail', code: 'transfer.nobody', message: `It is not known to whom the session goes: ${why}` };
}
