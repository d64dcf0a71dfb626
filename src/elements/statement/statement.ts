import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { elementType, type RunContext } from '#contract/element-type.ts';
import { localizedText, textIn } from '#contract/localized-text.ts';
import type { PageField } from '#contract/page.ts';
import { setting } from '#contract/setting.ts';
import { say } from '#contract/wording.ts';

const settings = z.strictObject({
  text: setting(localizedText, {
    widget: 'localized-text',
    formatted: true,
    label: 'Text',
    help: 'What is read aloud. Type { to put in an earlier answer.',
  }),
  mustRead: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'It must be read aloud',
    help: 'One goes on only after confirming it.',
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
  domain: ({ mustRead }) => ({ samples: [mustRead ? true : undefined] }),
  enter: () => ({ do: 'wait' }),
  page: ({ text, mustRead }, context) => ({
    text: context.text(text),
    fields: mustRead ? [acknowledgement(context)] : [],
    next: say(context.language, 'page.next'),
  }),
  answer: ({ mustRead }, input, { language }) => {
    if (!mustRead) return { do: 'leave', exit: NEXT.name };
    if (input === true) {
      return { do: 'leave', exit: NEXT.name, answer: true, shown: say(language, 'page.read-aloud') };
    }
    const problem = { field: FIELD, code: 'answer.not-read', message: say(language, 'answer.not-read') };
    return { do: 'refuse', problems: [problem] };
  },
});

/** The name of the page's only field. */
const FIELD = 'read';

function acknowledgement({ language, suggestion }: RunContext): PageField {
  return {
    name: FIELD,
    kind: 'acknowledge',
    label: say(language, 'page.read-aloud'),
    required: true,
    limits: {},
    ...(suggestion === true ? { value: true } : {}),
  };
}
