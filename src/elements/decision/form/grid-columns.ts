import type { TableInput, TableLogic, TableOutput } from '../settings.ts';
import { nameOfColumn } from '../table-conditions.ts';

/** A column of the grid, as it stands from left to right behind the numbers of the rows. */
export type GridColumn =
  | { readonly kind: 'input'; readonly index: number; readonly column: TableInput; readonly name: string }
  | { readonly kind: 'exit'; readonly name: string }
  | { readonly kind: 'output'; readonly index: number; readonly column: TableOutput; readonly name: string }
  | { readonly kind: 'note'; readonly name: string };

export function gridColumns(table: TableLogic, labelOf: (variable: string) => string): readonly GridColumn[] {
  const inputs = table.inputs.map((column, index) => ({
    kind: 'input' as const,
    index,
    column,
    name: column.label || labelOf(column.expression) || nameOfColumn(table, column),
  }));
  const outputs = table.outputs.map((column, index) => ({
    kind: 'output' as const,
    index,
    column,
    name: labelOf(column.variable),
  }));
  return [...inputs, { kind: 'exit', name: 'Leads to' }, ...outputs, { kind: 'note', name: 'Note' }];
}
