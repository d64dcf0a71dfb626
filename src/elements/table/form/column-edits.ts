import { COLUMN_TYPES, type TableColumn } from '#contract/answers/rows.ts';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import { ID_PATTERN } from '#prelude/ids.ts';

/** A column that shows no field that another one shows. */
export function newColumn(columns: readonly TableColumn[], language: string): TableColumn {
  const field = freeField(`field_${columns.length + 1}`, columns);
  return { field, label: { [language]: `Column ${columns.length + 1}` } };
}

/** A copy behind the column, of a field of its own. */
export function duplicateColumn(columns: readonly TableColumn[], index: number): readonly TableColumn[] {
  const original = columns[index];
  if (!original) return columns;
  return columns.toSpliced(index + 1, 0, { ...original, field: freeField(original.field, columns) });
}

/** Columns for the fields of the listed records that no column shows; none where it is not known what is listed. */
export function missingColumns(
  list: string,
  columns: readonly TableColumn[],
  scope: Scope,
  language: string,
): readonly TableColumn[] {
  return Object.entries(fieldsOfRecords(list, scope)).flatMap(([field, { kind }]) => {
    if (!ID_PATTERN.test(field) || columns.some((column) => column.field === field)) return [];
    const type = COLUMN_TYPES.find((each) => each === kind && each !== 'text');
    return [{ field, label: { [language]: headingOf(field) }, ...(type ? { type } : {}) }];
  });
}

function fieldsOfRecords(list: string, scope: Scope): { readonly [name: string]: ValueType } {
  const parsed = parseExpression(list, Object.keys(scope));
  if (!parsed.ok) return {};
  const { type } = checkExpression(parsed.value, scope);
  return type.kind === 'list' && type.items.kind === 'record' ? type.items.fields : {};
}

/** `order_date` → `Order date`. */
function headingOf(field: string): string {
  const words = field.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function freeField(base: string, columns: readonly TableColumn[]): string {
  const stem = base.replace(/_\d+$/, '') === '' ? 'field' : base;
  let field = stem;
  for (let n = 2; columns.some((column) => column.field === field); n++) field = `${stem.slice(0, 56)}_${n}`;
  return field;
}
