import * as z from 'zod';
import type { ValueType } from '#expressions/value-type.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject, own } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { type LocalizedText, localizedText } from '../localized-text.ts';
import { setting } from '../setting.ts';
import { NEXT } from './answer-exits.ts';
import { type AskContext, answerKind } from './answer-kind.ts';
import { refusing } from './refuse-answer.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

/** The types that a column can have; they say how its values are written. */
export const COLUMN_TYPES = ['text', 'number', 'money', 'boolean', 'date', 'time', 'date-time'] as const;

/** One column, as its row in the settings asks for it. */
export const tableColumn = z.strictObject({
  field: setting(z.string().regex(ID_PATTERN, 'a field is named by small letters, digits and _'), {
    widget: 'line',
    label: 'Field',
    help: 'The name of the field in each record.',
    tab: 'Answer',
  }),
  label: setting(localizedText, { widget: 'localized-line', label: 'Heading', tab: 'Answer' }),
  type: setting(z.enum(COLUMN_TYPES).optional(), {
    widget: 'select',
    label: 'Written as',
    tab: 'Answer',
    options: [
      { value: 'text', label: 'Text' },
      { value: 'number', label: 'Number' },
      { value: 'money', label: 'Money' },
      { value: 'boolean', label: 'Yes or no' },
      { value: 'date', label: 'Date' },
      { value: 'time', label: 'Time' },
      { value: 'date-time', label: 'Date and time' },
    ],
  }),
  hidden: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'Kept, but not shown',
    tab: 'Answer',
  }),
});

export type TableColumn = z.infer<typeof tableColumn>;

/** Where the records of a table come from. */
export const tableRecords = z.strictObject({
  list: setting(z.string().max(LIMITS.expressionLength), {
    widget: 'expression',
    label: 'Records',
    help: 'A list of records, such as orders.',
    tab: 'Answer',
  }),
});

/** What a table shows: the records of a list, by columns. */
export const tableSettings = {
  ...tableRecords.shape,
  columns: setting(z.array(tableColumn).max(LIMITS.tableColumns), {
    widget: 'rows',
    label: 'Columns',
    add: 'Add column',
    row: 'Column',
    tab: 'Answer',
  }),
};

export interface ShownTable {
  readonly list: string;
  readonly columns: readonly TableColumn[];
}

const settings = z.strictObject({
  kind: z.literal('rows'),
  ...sharedAnswerSettings,
  ...tableSettings,
  pick: setting(z.enum(['one', 'many']).optional(), {
    widget: 'select',
    label: 'Rows that can be picked',
    tab: 'Answer',
    options: [
      { value: 'one', label: 'One' },
      { value: 'many', label: 'Any number' },
    ],
  }),
});

type Settings = z.infer<typeof settings>;

/** Rows of a table: the record that was picked, or a list of them, with the fields of its columns. */
export const rows = answerKind<Settings>({
  kind: 'rows',
  title: 'Rows of a table',
  icon: 'table',
  group: 'Choices',
  settings,
  defaults: (variable) => ({ kind: 'rows', variable, list: '', columns: [] }),
  type: ({ pick, columns }) => (pick === 'many' ? { kind: 'list', items: recordOf(columns) } : recordOf(columns)),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  texts: ({ columns }) => columnTexts(columns),
  expressions: (chosen) => [tableExpression(chosen)],
  problems: ({ columns }) => columnProblems(columns),
  // A list may turn out empty; then nothing is picked.
  samples: () => [0, undefined],
  limits: (chosen, context) => ({ pick: chosen.pick ?? 'one', ...tableLimits(chosen, context) }),
  leavesAtOnce: () => false,
  inputOf: (chosen, answer, context) => {
    const records = recordsOf(chosen, context);
    const rowOf = (record: Json) => records.findIndex((each) => canonical(each) === canonical(record));
    if (chosen.pick !== 'many') return rowOf(answer) < 0 ? undefined : rowOf(answer);
    const picked: readonly Json[] = Array.isArray(answer) ? answer : [answer];
    return picked.map(rowOf).filter((row) => row >= 0);
  },
  read: (chosen, input, context) => {
    const records = recordsOf(chosen, context);
    const many = chosen.pick === 'many';
    const wanted: ReadonlySet<Json> = new Set(many && Array.isArray(input) ? input : [input]);
    const picked = placesIn(records, wanted);
    if (!picked) return refusing(context.language)('answer.not-a-row');
    const found = [...picked].map((place) => records[place]).filter((record) => record !== undefined);
    const shown = found.map((record) => cellsOf(chosen, record, context)[0] ?? '').join(', ');
    const [first = null] = found;
    return { ok: true, value: many ? found : first, shown };
  },
});

/** A record as a text that is the same for the same fields. */
function canonical(record: Json): string {
  return isJsonObject(record) ? JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) : '';
}

/** A record with the fields of the columns. */
function recordOf(columns: readonly TableColumn[]): ValueType {
  return { kind: 'record', fields: Object.fromEntries(columns.map((each) => [each.field, typeOf(each)])) };
}

function typeOf({ type = 'text' }: TableColumn): ValueType {
  return { kind: type };
}

export function tableExpression({ list }: ShownTable) {
  const expects = { kind: 'list', items: { kind: 'any' } } as const;
  return { path: 'list', source: list, expects, label: 'Records' };
}

export function columnTexts(columns: readonly TableColumn[]) {
  return columns.map(({ label: text }: { readonly label: LocalizedText }, index) => ({
    path: `columns.${index}.label`,
    text,
    formatted: false,
    label: `Column ${index + 1}`,
  }));
}

export function columnProblems(columns: readonly TableColumn[]) {
  const error = (code: string, path: string, message: string) => ({ code, severity: 'error' as const, path, message });
  if (!columns.some(({ hidden }) => !hidden)) {
    return [error('table.no-columns', 'columns', 'The table shows no column; add one')];
  }
  const twice = columns.findIndex(({ field }, index) => columns.findIndex((other) => other.field === field) < index);
  if (twice < 0) return [];
  const message = `Two columns show the field “${columns[twice]?.field}”; remove one`;
  return [error('table.same-column-twice', `columns.${twice}.field`, message)];
}

/** The records of the list as they are now, cut to the fields of the columns. What is no record is left out. */
function recordsOf(
  { list, columns }: ShownTable,
  context: Pick<AskContext, 'evaluate' | 'secretsOf'>,
): readonly JsonObject[] {
  if (context.secretsOf(list).length > 0) return [];
  const { value } = context.evaluate(list);
  const items: readonly Json[] = Array.isArray(value) ? value.slice(0, LIMITS.listedOptions) : [];
  return items.filter(isJsonObject).map((item) =>
    Object.fromEntries(
      columns.flatMap(({ field }) => {
        const cell = own(item, field);
        return cell === undefined || cell === null ? [] : [[field, cell]];
      }),
    ),
  );
}

/** What the page shows of a table: headings, and the cells of each row as words. */
function tableLimits(table: ShownTable, context: AskContext): JsonObject {
  const shown = table.columns.filter(({ hidden }) => !hidden);
  return {
    columns: shown.map(({ label, type = 'text' }) => ({ label: context.words(label), numeric: NUMERIC.has(type) })),
    rows: recordsOf(table, context).map((record) => cellsOf(table, record, context)),
  };
}

const NUMERIC: ReadonlySet<string> = new Set(['number', 'money']);

function cellsOf({ columns }: ShownTable, record: JsonObject, { show }: Pick<AskContext, 'show'>): readonly string[] {
  return columns
    .filter(({ hidden }) => !hidden)
    .map((each) => {
      const value = own(record, each.field);
      return value === undefined ? '' : show(value, typeOf(each));
    });
}

/** The places, each once, of rows that are wanted by their place, counted from 0, or by what stands in them; undefined where one is not there. */
function placesIn(records: readonly JsonObject[], wanted: ReadonlySet<Json>): ReadonlySet<number> | undefined {
  if (wanted.size > records.length) return undefined;
  let written: readonly Written[] | undefined;
  const placeOf = (row: Json): number => {
    if (typeof row === 'number') return records[row] === undefined ? -1 : row;
    if (!isJsonObject(row)) return -1;
    written ??= records.map(writtenFields);
    const fields = [...writtenFields(row)];
    return written.findIndex((record) => fields.every(([name, value]) => record.get(name) === value));
  };
  const places = new Set<number>();
  for (const row of wanted) places.add(placeOf(row));
  return places.has(-1) ? undefined : places;
}

/** The fields of a record as JSON writes them, made once: there may be thousands of records to look through for each row. */
type Written = ReadonlyMap<string, string>;

function writtenFields(record: JsonObject): Written {
  return new Map(Object.entries(record).map(([name, value]) => [name, JSON.stringify(value)]));
}
