import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { elementType } from '#contract/element-type.ts';
import { localizedText, textIn } from '#contract/localized-text.ts';
import { setting } from '#contract/setting.ts';
import { say } from '#contract/wording.ts';

const settings = z.strictObject({
  text: setting(localizedText, {
    widget: 'localized-text',
    label: 'Text',
    help: 'What is read aloud. Type { to put in an earlier answer.',
  }),
});

type Settings = z.infer<typeof settings>;

export const statement = elementType<Settings>({
  type: 'statement',
  version: 1,
  migrations: [],
  title: 'Statement',
  description: 'Shows a text with values in it and goes on.',
  icon: 'message-square-text',
  group: 'page',
  letter: 's',
  settings,
  defaults: ({ language }) => ({ text: { [language]: '' } }),
  exits: () => [NEXT],
  summary: ({ text }, language) => textIn(text, language, language),
  texts: ({ text }) => [{ path: 'text', text, formatted: true, label: 'Text' }],
  expressions: () => [],
  makes: () => [],
  writes: () => [],
  problems: ({ text }, { language }) =>
    textIn(text, language, language).trim() === ''
      ? [
          {
            code: 'statement.no-text',
            severity: 'error',
            path: 'text',
            message: 'The statement says nothing; write its text',
          },
        ]
      : [],
  domain: () => ({ samples: [undefined] }),
  enter: () => ({ do: 'wait' }),
  page: ({ text }, context) => ({ text: context.text(text), fields: [], next: say(context.language, 'page.next') }),
  answer: () => ({ do: 'leave', exit: NEXT.name }),
});
