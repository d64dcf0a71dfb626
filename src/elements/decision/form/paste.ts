import { LIMITS } from '#prelude/limits.ts';
import type { TableLogic } from '../settings.ts';
import type { GridColumn } from './grid-columns.ts';
import { withCell, withNewRow } from './table-edits.ts';

export interface Pasted {
  readonly table: TableLogic;
  /** Columns and rows of the text for which there was no place. */
  readonly columnsLeft: number;
  readonly rowsLeft: number;
}

/** Fills the table from a cell on, to the right and down; rows are added where it ends. */
export function withPasted(
  table: TableLogic,
  columns: readonly GridColumn[],
  at: { readonly row: number; readonly column: number },
  cells: readonly (readonly string[])[],
): Pasted {
  let made = table;
  let rowsLeft = 0;
  for (const [down, texts] of cells.entries()) {
    const row = at.row + down;
    if (row >= LIMITS.decisionRules) {
      rowsLeft++;
      continue;
    }
    if (row >= made.rules.length) made = withNewRow(made, made.rules.length);
    for (const [right, text] of texts.entries()) {
      const column = columns[at.column + right];
      if (column) made = withCell(made, row, column, text);
    }
  }
  const widest = Math.max(0, ...cells.map((texts) => texts.length));
  return { table: made, columnsLeft: Math.max(0, at.column + widest - columns.length), rowsLeft };
}
