import type { ExpressionPlace } from '#contract/element-type.ts';
import type { TableLogic } from './settings.ts';
import { nameOfColumn, readRows } from './table-conditions.ts';

/** The expressions of a table: what its columns ask, the cells as the conditions they stand for, and what is set. */
export function placesOfTable(table: TableLogic): readonly ExpressionPlace[] {
  const columns = table.inputs.map((column, index) => ({
    path: `logic.inputs.${index}.expression`,
    source: column.expression,
    label: `Column ${nameOfColumn(table, column)}`,
  }));
  const rows = readRows(table).flatMap(({ number, tests, values }) => {
    const path = `logic.rules.${number - 1}`;
    return [
      ...tests.map(({ column, condition }) => ({
        path: `${path}.when.${column.id}`,
        source: condition,
        expects: { kind: 'boolean' } as const,
        label: `Row ${number}, ${nameOfColumn(table, column)}`,
      })),
      ...values.map(({ column, expression }) => ({
        path: `${path}.set.${column.id}`,
        source: expression,
        label: `Row ${number}, ${column.variable}`,
      })),
    ];
  });
  const otherwise = table.outputs.flatMap(({ variable, otherwise = '' }, index) =>
    otherwise.trim() === ''
      ? []
      : [{ path: `logic.outputs.${index}.otherwise`, source: otherwise, label: `Otherwise, ${variable}` }],
  );
  return [...columns, ...rows, ...otherwise];
}
