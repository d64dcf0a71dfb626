import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { askContext, fieldFor, takeAnswer } from '#contract/answers/ask.ts';
import { MASK } from '#contract/answers/mask.ts';
import {
  columnProblems,
  columnTexts,
  rows,
  type TableColumn,
  tableExpression,
  tableSettings,
} from '#contract/answers/rows.ts';
import { type AnswerOutcome, elementType, type RunContext } from '#contract/element-type.ts';
import { type LocalizedText, localizedText, textIn } from '#contract/localized-text.ts';
import { setting } from '#contract/setting.ts';
import { say } from '#contract/wording.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';

export interface TableSettings {
  readonly text: LocalizedText;
  readonly list: string;
  readonly columns: readonly TableColumn[];
  readonly pick: 'none' | 'one' | 'many';
  readonly variable?: string | undefined;
  readonly required?: boolean | undefined;
}

const settings = z.strictObject({
  text: setting(localizedText, {
    widget: 'localized-text',
    formatted: true,
    label: 'Text',
    help: 'What is said above the table. Type { to put in an earlier answer.',
  }),
  ...tableSettings,
  pick: setting(z.enum(['none', 'one', 'many']), {
    widget: 'select',
    label: 'Rows that can be picked',
    tab: 'Answer',
    options: [
      { value: 'none', label: 'None: it is only shown' },
      { value: 'one', label: 'One' },
      { value: 'many', label: 'Any number' },
    ],
  }),
  variable: setting(
    z.string().regex(ID_PATTERN, 'a variable key is written in small letters, digits and _').optional(),
    {
      widget: 'variable',
      label: 'Variable',
      help: 'Holds the picked record, or the list of them. The table makes it by itself.',
      tab: 'Answer',
    },
  ),
  required: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'A row must be picked',
    help: 'On unless switched off.',
    tab: 'Answer',
  }),
}) as unknown as z.ZodType<TableSettings>;

/** The name of the page's only field. */
const FIELD = 'rows';

export const table = elementType<TableSettings>({
  type: 'table',
  version: 1,
  migrations: [],
  title: 'Table',
  description: 'Shows a list of records by columns, and lets one or many of them be picked.',
  icon: 'table',
  group: 'page',
  letter: 't',
  settings,
  defaults: ({ id, language }) => ({
    text: { [language]: '' },
    list: '[]',
    columns: [{ field: 'name', label: { [language]: 'Name' } }],
    pick: 'one',
    variable: id.replace(/^[a-z]+_(?=[a-z])/, ''),
  }),
  exits: () => [NEXT],
  summary: ({ text, columns }, language) =>
    textIn(text, language, language) || columns.map(({ label }) => textIn(label, language, language)).join(', '),
  texts: ({ text, columns }) => [{ path: 'text', text, formatted: true, label: 'Text' }, ...columnTexts(columns)],
  expressions: (chosen) => [tableExpression(chosen)],
  makes: (chosen) => {
    const answer = answerOf(chosen);
    return answer ? [{ key: answer.variable, type: rows.type(answer) }] : [];
  },
  writes: (chosen) => (chosen.pick === 'none' ? [] : [chosen.variable ?? '']).filter((key) => key !== ''),
  problems: ({ columns, pick, variable }) => [
    ...columnProblems(columns),
    ...(pick !== 'none' && variable === undefined
      ? [
          {
            code: 'table.no-variable',
            severity: 'error' as const,
            path: 'variable',
            message: 'Picked rows are kept nowhere; name a variable for them',
          },
        ]
      : []),
  ],
  domain: (chosen) => ({ samples: answerOf(chosen) ? [0, undefined] : [undefined] }),
  enter: () => ({ do: 'wait' }),
  page: (chosen, context) => ({
    text: context.text(chosen.text),
    fields: [fieldOf(chosen, context)],
    next: say(context.language, 'page.next'),
  }),
  answer: pickRows,
});

/** The table as an answer of the kind `rows`; undefined where it is only shown. */
function answerOf({ list, columns, pick, variable, required }: TableSettings) {
  if (pick === 'none' || variable === undefined) return undefined;
  return { kind: 'rows', variable, list, columns, pick, ...(required === undefined ? {} : { required }) };
}

function fieldOf(chosen: TableSettings, context: RunContext) {
  const label = context.words(chosen.text);
  const answer = answerOf(chosen);
  if (answer) {
    const field = fieldFor(answer, context, { name: FIELD, label, earlier: context.suggestion });
    return { ...field, required: field.required && hasRows(field.limits.rows) };
  }
  const { list, columns } = chosen;
  const shown = { kind: 'rows', variable: FIELD, list, columns };
  const limits = { ...rows.limits(shown, askContext(shown, context)), pick: 'none' };
  return { name: FIELD, kind: 'rows', label, required: false, shows: true as const, limits };
}

function hasRows(found: Json | undefined): boolean {
  return Array.isArray(found) && found.length > 0;
}

function pickRows(chosen: TableSettings, input: Json | undefined, context: RunContext): AnswerOutcome {
  const answer = answerOf(chosen);
  if (!answer) return { do: 'leave', exit: NEXT.name };
  const { required } = fieldOf(chosen, context);
  const taken = takeAnswer(answer, input, context, { name: FIELD, required });
  if (!taken.ok) return { do: 'refuse', problems: [taken.problem] };
  const { value, shown, set } = taken;
  const left = { do: 'leave', exit: NEXT.name, sets: [set] } as const;
  if (value === undefined) return left;
  // The variable may be secret though nothing secret is asked for.
  return context.isSecret(answer.variable) ? { ...left, secret: true, shown: MASK } : { ...left, answer: value, shown };
}
