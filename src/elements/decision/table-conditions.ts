import type { ExpressionError } from '#expressions/errors.ts';
import { conditionOf, isAnyValue, readTests } from '#expressions/unary-tests/condition.ts';
import type { TableInput, TableLogic, TableOutput, TableRow } from './settings.ts';

/** A cell that asks something, as the condition it stands for. */
export interface TableTest {
  readonly column: TableInput;
  readonly cell: string;
  /** FEEL, such as `age in (< 18)`. */
  readonly condition: string;
  /** Why the cell is no test at all. */
  readonly fault?: ExpressionError;
}

/** A cell that sets a variable. */
export interface TableValue {
  readonly column: TableOutput;
  readonly expression: string;
}

/** A row of a table with its cells read. */
export interface ReadRow {
  readonly row: TableRow;
  readonly number: number;
  readonly tests: readonly TableTest[];
  readonly values: readonly TableValue[];
  /** The whole row as one condition. */
  readonly condition: string;
}

const known = new WeakMap<TableLogic, readonly ReadRow[]>();

/** The rows of a table with their cells read; done once for a table, which never changes. */
export function readRows(table: TableLogic): readonly ReadRow[] {
  const kept = known.get(table);
  if (kept) return kept;
  const read = table.rules.map((row, index) => readRow(table, row, index + 1));
  known.set(table, read);
  return read;
}

function readRow({ inputs, outputs }: TableLogic, row: TableRow, number: number): ReadRow {
  const tests = inputs.flatMap((column) => testOf(column, row.when[column.id] ?? '') ?? []);
  const values = outputs.flatMap((column) => {
    const expression = row.set?.[column.id] ?? '';
    return expression.trim() === '' ? [] : [{ column, expression }];
  });
  return { row, number, tests, values, condition: tests.map(({ condition }) => condition).join(' and ') || 'true' };
}

function testOf(column: TableInput, cell: string): TableTest | undefined {
  if (isAnyValue(cell)) return undefined;
  const read = readTests(column.expression, cell);
  const test = { column, cell, condition: conditionOf(column.expression, cell) };
  return read.ok ? test : { ...test, fault: read.error };
}

export function nameOfColumn({ inputs }: TableLogic, { id, label, expression }: TableInput): string {
  return label || expression || `Column ${inputs.findIndex((input) => input.id === id) + 1}`;
}
