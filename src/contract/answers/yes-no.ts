import * as z from 'zod';
import { localizedText } from '../localized-text.ts';
import { setting } from '../setting.ts';
import { say } from '../wording.ts';
import { NO, YES } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const settings = z.strictObject({
  kind: z.literal('yes-no'),
  ...sharedAnswerSettings,
  yes: setting(localizedText.optional(), { widget: 'localized-line', label: 'Words for yes', tab: 'Answer' }),
  no: setting(localizedText.optional(), { widget: 'localized-line', label: 'Words for no', tab: 'Answer' }),
});

type Settings = z.infer<typeof settings>;

/** Yes or no, each with an exit of its own. */
export const yesNo = answerKind<Settings>({
  kind: 'yes-no',
  title: 'Yes or no',
  icon: 'toggle-left',
  group: 'Choices',
  settings,
  defaults: (variable) => ({ kind: 'yes-no', variable }),
  type: () => ({ kind: 'boolean' }),
  exits: () => [YES, NO],
  exitFor: (_settings, value) => (value === true ? YES.name : NO.name),
  texts: ({ yes, no }) => [
    ...(yes ? [{ path: 'yes', text: yes, formatted: false, label: 'Words for yes' }] : []),
    ...(no ? [{ path: 'no', text: no, formatted: false, label: 'Words for no' }] : []),
  ],
  problems: () => [],
  samples: () => [true, false],
  limits: (chosen, context) => labels(chosen, context),
  leavesAtOnce: () => true,
  read: (chosen, input, context) => {
    const value = input === true || input === 'yes' ? true : input === false || input === 'no' ? false : undefined;
    if (value === undefined) {
      const message = say(context.language, 'answer.not-yes-no');
      return { ok: false, problem: { code: 'answer.not-yes-no', message } };
    }
    const { yes, no } = labels(chosen, context);
    return { ok: true, value, shown: value ? yes : no };
  },
});

function labels(
  { yes, no }: Settings,
  { language, words }: { language: string; words(text: { [l: string]: string }): string },
) {
  return { yes: yes ? words(yes) : say(language, 'page.yes'), no: no ? words(no) : say(language, 'page.no') };
}
