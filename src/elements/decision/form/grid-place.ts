import type { TableLogic } from '../settings.ts';

/** A place in the grid. Row -1 is the head, the row behind the last that of otherwise; column -1 are the row numbers. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export const HEAD = -1;
export const NUMBERS = -1;

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function sizeOf(table: TableLogic, columns: readonly unknown[]): GridSize {
  return { rows: table.rules.length, columns: columns.length };
}

/** The nearest place that is there: only rows of the table have a number to go to. */
export function within({ row, column }: GridPlace, { rows, columns }: GridSize): GridPlace {
  const inRow = Math.min(Math.max(row, HEAD), rows);
  const first = inRow === HEAD || inRow === rows ? 0 : NUMBERS;
  return { row: inRow, column: Math.min(Math.max(column, first), columns - 1) };
}

/** Where a key leads; undefined for keys that move nothing. */
export function placeAfterKey(
  key: string,
  hasCtrl: boolean,
  { row, column }: GridPlace,
  size: GridSize,
): GridPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column }, size);
    case 'ArrowDown':
      return within({ row: row + 1, column }, size);
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size);
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size);
    case 'Home':
      return within({ row: hasCtrl ? 0 : row, column: 0 }, size);
    case 'End':
      return within({ row: hasCtrl ? size.rows - 1 : row, column: size.columns - 1 }, size);
    case 'PageUp':
      return within({ row: row - 10, column }, size);
    case 'PageDown':
      return within({ row: row + 10, column }, size);
    default:
      return undefined;
  }
}
