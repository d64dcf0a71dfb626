import type { ClipboardEvent } from 'react';
import { HEAD } from './grid-place.ts';
import { withPasted } from './paste.ts';
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts';
import type { TableEditing } from './table-editor.tsx';
import { cellText } from './table-edits.ts';

/** Copies the cell that is chosen; at the number of a row, the row as spreadsheets take it. */
export function copyCell(event: ClipboardEvent, { table, columns, at }: TableEditing): void {
  const column = columns[at.column];
  const row = columns.map((each) => cellText(table, at.row, each));
  const text = at.row === HEAD ? column?.name : column ? cellText(table, at.row, column) : writeTabSeparated([row]);
  event.clipboardData.setData('text/plain', text ?? '');
  event.preventDefault();
  event.stopPropagation();
}

/** Fills the table from the chosen cell on, and says what found no place. */
export function pasteCells(event: ClipboardEvent, { table, columns, at, change, say }: TableEditing): void {
  event.preventDefault();
  event.stopPropagation();
  const text = event.clipboardData.getData('text/plain');
  if (text === '' || at.row === HEAD) return;
  const cells = readTabSeparated(text);
  const pasted = withPasted(table, columns, { row: at.row, column: Math.max(0, at.column) }, cells);
  change(pasted.table, 'Pasted cells');
  const left = [
    ...(pasted.columnsLeft > 0 ? [counted(pasted.columnsLeft, 'column')] : []),
    ...(pasted.rowsLeft > 0 ? [counted(pasted.rowsLeft, 'row')] : []),
  ];
  say(`Pasted ${counted(cells.length, 'row')}${left.length > 0 ? `; ${left.join(' and ')} found no place` : ''}.`);
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
