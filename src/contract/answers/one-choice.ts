import * as z from 'zod';
import { isJsonObject } from '#prelude/json.ts';
import { setting } from '../setting.ts';
import { say } from '../wording.ts';
import { CHOICES } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
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
});

type Settings = z.infer<typeof settings>;

/** One of the Choices connected to the Question. The answer is the Choice's value; its element id is taken too. */
export const oneChoice = answerKind<Settings>({
  kind: 'one-choice',
  title: 'One choice',
  icon: 'circle-dot',
  settings,
  defaults: (variable) => ({ kind: 'one-choice', variable }),
  type: () => ({ kind: 'option' }),
  exits: () => [CHOICES],
  exitFor: () => CHOICES.name,
  problems: () => [],
  samples: (_settings, options) => options.map(({ value }) => value),
  limits: ({ presentation = 'buttons' }) => ({ presentation }),
  leavesAtOnce: ({ presentation = 'buttons' }) => presentation === 'buttons' || presentation === 'tiles',
  read: (_settings, input, { options, language }) => {
    const wanted = isJsonObject(input) ? input.value : input;
    const option = options.find(({ value }) => value === wanted) ?? options.find(({ element }) => element === wanted);
    return option
      ? { ok: true, value: option.value, shown: option.label, option: option.element }
      : { ok: false, problem: { code: 'answer.not-offered', message: say(language, 'answer.not-offered') } };
  },
});
