import * as z from 'zod';
import { setting } from '../setting.ts';
import { say } from '../wording.ts';
import { CHOICES, NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { choiceList, listExpressions, listedOptions } from './choice-list.ts';
import { nth, pickOption } from './pick-option.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const settings = z.strictObject({
  kind: z.literal('one-choice'),
  ...sharedAnswerSettings,
  presentation: setting(z.enum(['buttons', 'radio', 'drop-down', 'tiles']).optional(), {
    widget: 'select',
    label: 'Shown as',
    tab: 'Answer',
    options: [
      { value: 'buttons', label: 'Buttons: click to continue' },
      { value: 'radio', label: 'Radio buttons' },
      { value: 'drop-down', label: 'Drop-down list' },
      { value: 'tiles', label: 'Tiles with images' },
    ],
  }),
  list: choiceList,
});

type Settings = z.infer<typeof settings>;

/**
 * One of the Choices connected to the Question, each leading on its own way, or one item of a list, behind which all go
 * on by *Next*. The answer is the option's value.
 */
export const oneChoice = answerKind<Settings>({
  kind: 'one-choice',
  title: 'One choice',
  icon: 'circle-dot',
  group: 'Choices',
  settings,
  defaults: (variable) => ({ kind: 'one-choice', variable }),
  type: () => ({ kind: 'option' }),
  exits: ({ list }) => [list ? NEXT : CHOICES],
  exitFor: ({ list }) => (list ? NEXT : CHOICES).name,
  expressions: ({ list }) => listExpressions(list),
  offers: ({ list }, context) => list && listedOptions(list, context),
  problems: () => [],
  // A list may turn out empty; then nothing is answered.
  samples: ({ list }, options) => (list ? [nth(1), undefined] : options.map(({ value }) => value)),
  limits: ({ presentation = 'buttons' }) => ({ presentation }),
  leavesAtOnce: ({ presentation = 'buttons' }) => presentation === 'buttons' || presentation === 'tiles',
  read: (_settings, input, { options, language }) => {
    const option = pickOption(options, input);
    if (option) {
      const { value, label, element } = option;
      return element === undefined
        ? { ok: true, value, shown: label }
        : { ok: true, value, shown: label, option: element };
    }
    return { ok: false, problem: { code: 'answer.not-offered', message: say(language, 'answer.not-offered') } };
  },
});
