import * as z from 'zod';
import { elementType } from '#contract/element-type.ts';
import { localizedText } from '#contract/localized-text.ts';
import { OUTCOME_LENGTH, OUTCOME_PATTERN } from '#contract/outcome.ts';
import { setting } from '#contract/setting.ts';

const settings = z.strictObject({
  outcome: setting(
    z
      .string()
      .min(1)
      .max(OUTCOME_LENGTH)
      .regex(OUTCOME_PATTERN, 'an outcome is a short name of letters, digits, spaces and dashes'),
    { widget: 'outcome', label: 'Outcome', help: 'How the session ended; reports count by it.' },
  ),
  wrapUp: setting(localizedText.optional(), {
    widget: 'localized-text',
    label: 'Wrap-up text',
    help: 'What is left to copy or send once it is over. Type { to put in an earlier answer.',
  }),
});

type Settings = z.infer<typeof settings>;

export const end = elementType<Settings>({
  type: 'end',
  version: 1,
  migrations: [],
  title: 'End',
  description: 'Ends the Interaction with an outcome.',
  icon: 'circle-stop',
  group: 'end',
  letter: 'e',
  settings,
  defaults: () => ({ outcome: 'completed' }),
  exits: () => [],
  summary: ({ outcome }) => outcome,
  texts: ({ wrapUp }) => (wrapUp ? [{ path: 'wrapUp', text: wrapUp, formatted: false, label: 'Wrap-up text' }] : []),
  expressions: () => [],
  makes: () => [],
  writes: () => [],
  references: ({ outcome }) => [{ kind: 'outcome', key: outcome, path: 'outcome' }],
  outcomes: ({ outcome }) => [{ path: 'outcome', outcome }],
  problems: () => [],
  domain: () => ({ samples: [] }),
  enter: ({ outcome, wrapUp }, context) => ({
    do: 'finish',
    outcome,
    ...(wrapUp ? { summary: context.words(wrapUp) } : {}),
  }),
});
