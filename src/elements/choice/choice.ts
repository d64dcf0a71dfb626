import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { elementType } from '#contract/element-type.ts';
import { localizedText, textIn } from '#contract/localized-text.ts';
import { setting } from '#contract/setting.ts';

const settings = z.strictObject({
  label: setting(localizedText, { widget: 'localized-line', label: 'Label', help: 'What people see and pick.' }),
  value: setting(z.string().min(1).max(200), {
    widget: 'line',
    label: 'Value',
    help: 'What rules compare and reports count. Labels may change; the value should stay.',
  }),
  heading: setting(localizedText.optional(), {
    widget: 'localized-line',
    label: 'Heading',
    help: 'Choices with the same heading stand together.',
    tab: 'Settings',
  }),
  image: setting(z.url({ protocol: /^https$/, error: 'an address of an image begins with https://' }).optional(), {
    widget: 'line',
    label: 'Image address',
    help: 'Begins with https://. Seen where choices are shown as tiles.',
    tab: 'Settings',
  }),
  shownWhen: setting(z.string().max(10_000).optional(), {
    widget: 'expression',
    label: 'Shown when',
    help: 'Left empty, the choice is always offered.',
    expects: { kind: 'boolean' },
    tab: 'Settings',
  }),
});

type Settings = z.infer<typeof settings>;

export const choice = elementType<Settings>({
  type: 'choice',
  version: 1,
  migrations: [],
  title: 'Choice',
  description: 'One answer that a Question offers, with its own way on.',
  icon: 'square-check',
  group: 'option',
  letter: 'c',
  settings,
  defaults: ({ id, language }) => ({ label: { [language]: '' }, value: id.replace(/^[a-z]+_(?=.)/, '') }),
  exits: () => [NEXT],
  option: ({ label, value, heading, image, shownWhen }) => ({
    label,
    value,
    ...(heading ? { heading } : {}),
    ...(image ? { image } : {}),
    ...(shownWhen ? { shownWhen } : {}),
  }),
  summary: ({ label }, language) => textIn(label, language, language),
  texts: ({ label, heading }) => [
    { path: 'label', text: label, formatted: false, label: 'Label' },
    ...(heading ? [{ path: 'heading', text: heading, formatted: false, label: 'Heading' }] : []),
  ],
  expressions: ({ shownWhen }) =>
    shownWhen ? [{ path: 'shownWhen', source: shownWhen, expects: { kind: 'boolean' }, label: 'Shown when' }] : [],
  makes: () => [],
  writes: () => [],
  problems: ({ label }, { language }) =>
    textIn(label, language, language).trim() === ''
      ? [
          {
            code: 'choice.no-label',
            severity: 'error',
            path: 'label',
            message: 'The choice has no label; nobody could pick it',
          },
        ]
      : [],
  domain: () => ({ samples: [] }),
  enter: () => ({ do: 'leave', exit: NEXT.name }),
});
