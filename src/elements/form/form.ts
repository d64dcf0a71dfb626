import { NEXT } from '#contract/answers/answer-exits.ts';
import { kindOf } from '#contract/answers/answer-kinds.ts';
import { answerTexts } from '#contract/answers/ask.ts';
import { type Domain, elementType, type TextPlace } from '#contract/element-type.ts';
import { textIn } from '#contract/localized-text.ts';
import type { Json } from '#prelude/json.ts';
import { formExpressions } from './conditions.ts';
import { formPage } from './form-page.ts';
import { formProblems } from './form-problems.ts';
import { type FormSettings, fieldsOf, formSettings } from './settings.ts';
import { offered, takeForm } from './take-form.ts';

export const form = elementType<FormSettings>({
  type: 'form',
  version: 1,
  migrations: [],
  title: 'Form',
  description: 'Asks several questions on one page, in sections and columns, each shown and required when it matters.',
  icon: 'clipboard-list',
  group: 'page',
  letter: 'f',
  settings: formSettings,
  defaults: ({ id, language }) => ({
    text: { [language]: '' },
    sections: [
      {
        items: [
          {
            kind: 'field',
            label: { [language]: 'Name' },
            answer: { kind: 'short-text', variable: `${id.replace(/^[a-z]+_(?=[a-z])/, '')}_name`.slice(0, 64) },
          },
        ],
      },
    ],
  }),
  exits: () => [NEXT],
  summary: ({ text, sections }, language) =>
    textIn(text, language, language) ||
    fieldsOf({ text, sections })
      .map(({ field }) => textIn(field.label, language, language))
      .join(', '),
  texts: formTexts,
  expressions: formExpressions,
  makes: (settings) =>
    fieldsOf(settings).map(({ field: { answer, label: name } }) => {
      const kind = kindOf(answer);
      return { key: answer.variable, type: kind.type(answer), name, ...(kind.secret ? { secret: true as const } : {}) };
    }),
  offers: (settings, variable, context) => {
    const placed = fieldsOf(settings).find(({ field }) => field.answer.variable === variable);
    if (!placed) return [];
    const { answer } = placed.field;
    return offered(placed.field, context) ?? kindOf(answer).offers?.(answer, context) ?? [];
  },
  shows: (settings, variable, value) => {
    const answer = fieldsOf(settings).find(({ field }) => field.answer.variable === variable)?.field.answer;
    return answer && kindOf(answer).shows?.(answer, value);
  },
  writes: (settings) => fieldsOf(settings).map(({ field }) => field.answer.variable),
  problems: formProblems,
  domain: formDomain,
  enter: () => ({ do: 'wait' }),
  page: formPage,
  answer: takeForm,
});

function formTexts({ text, sections }: FormSettings): readonly TextPlace[] {
  return [
    { path: 'text', text, formatted: true, label: 'Text' },
    ...sections.flatMap(({ title, items }, at) => [
      ...(title ? [{ path: `sections.${at}.title`, text: title, formatted: false, label: 'Section' }] : []),
      ...items.flatMap((item, index): readonly TextPlace[] => {
        const path = `sections.${at}.items.${index}`;
        if (item.kind === 'text') return [{ path: `${path}.text`, text: item.text, formatted: true, label: 'Text' }];
        return [
          { path: `${path}.label`, text: item.label, formatted: false, label: 'Label' },
          ...(item.choices ?? []).map((choice, n) => ({
            path: `${path}.choices.${n}.label`,
            text: choice.label,
            formatted: false,
            label: `Choice ${n + 1}`,
          })),
          ...answerTexts(item.answer).map((place) => ({ ...place, path: `${path}.answer.${place.path}` })),
        ];
      }),
    ]),
  ];
}

/** Everything answered by its first sample; then each other sample in its turn, so that rules behind it see them all. */
function formDomain(settings: FormSettings): Domain {
  const samples = fieldsOf(settings).map(({ field: { answer, choices } }) => ({
    key: answer.variable,
    values: kindOf(answer).samples(answer, choices ?? []),
  }));
  const first: { readonly [key: string]: Json } = Object.fromEntries(
    samples.flatMap(({ key, values: [value] }) => (value === undefined ? [] : [[key, value]])),
  );
  const others = samples.flatMap(({ key, values }) =>
    values.slice(1).flatMap((value) => (value === undefined ? [] : [{ ...first, [key]: value }])),
  );
  return { samples: [first, ...others] };
}
