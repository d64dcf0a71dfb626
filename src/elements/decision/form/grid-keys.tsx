import type { KeyboardEvent } from 'react';
import { LIMITS } from '#prelude/limits.ts';
import { OTHERWISE } from '../otherwise.ts';
import { type GridPlace, HEAD, NUMBERS, placeAfterKey, sizeOf } from './grid-place.ts';
import type { TableEditing } from './table-editor.tsx';
import { moved, withCell, withNewRow, withoutColumn } from './table-edits.ts';

/**
 * Arrows, Home, End and pages move; Enter and F2 edit, and so does typing; Delete empties. With Alt, arrows move the row or
 * the column itself; Ctrl+Enter adds a row. Tab is left alone: it leaves the grid.
 */
export function keyDownInGrid(event: KeyboardEvent, editing: TableEditing): void {
  if (!handles(event, editing)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Does what a key asks for; whether it asked for anything. */
function handles(event: KeyboardEvent, editing: TableEditing): boolean {
  const { table, columns, at, goTo, editCell } = editing;
  const { key, altKey, shiftKey } = event;
  const hasCtrl = event.ctrlKey || event.metaKey;
  if (altKey && key.startsWith('Arrow')) return movesAlong(key, editing);
  const next = shiftKey || altKey ? undefined : placeAfterKey(key, hasCtrl, at, sizeOf(table, columns));
  if (next) goTo(next);
  else if (hasCtrl && key === 'Enter') addRowBelow(editing);
  else if (hasCtrl || altKey) return false;
  else if (key === 'Enter' || key === 'F2') editCell();
  else if (key === 'Delete' || key === 'Backspace') clear(editing);
  else if (key.length === 1 && at.row !== HEAD) type(key, editing);
  else return false;
  return true;
}

function addRowBelow({ table, at, change, goTo }: TableEditing): void {
  if (table.rules.length >= LIMITS.decisionRules) return;
  const row = Math.min(at.row + 1, table.rules.length);
  const made = withNewRow(table, row);
  change(made, 'Rows');
  goTo({ row, column: Math.max(0, at.column) }, made);
}

/** Typing begins the text of the cell anew, and goes on in its field. */
function type(key: string, editing: TableEditing): void {
  const { table, columns, at, before, change, editCell } = editing;
  const column = columns[at.column];
  before.current = table;
  const takesText = column && column.kind !== 'exit' && (at.row < table.rules.length || column.kind === 'output');
  if (takesText && key !== ' ') change(withCell(table, at.row, column, key), editLabel(editing, at));
  editCell();
}

/** Empties a cell; at the number of a row takes the row away, at the head of a column the column. */
function clear(editing: TableEditing): void {
  const { table, columns, at, change, goTo } = editing;
  const column = columns[at.column];
  if (at.column === NUMBERS) {
    const made = { ...table, rules: table.rules.toSpliced(at.row, 1) };
    change(made, 'Rows');
    goTo({ row: Math.min(at.row, made.rules.length - 1), column: at.column }, made);
  } else if (column && at.row === HEAD) {
    const made = withoutColumn(table, column);
    if (made === table) return;
    change(made, 'Columns');
    goTo(at, made);
  } else if (column && column.kind !== 'exit') {
    change(withCell(table, at.row, column, ''), editLabel(editing, at));
  }
}

/** Moves the row, or the column, that is chosen. */
function movesAlong(key: string, { table, columns, at, change, goTo }: TableEditing): boolean {
  const by = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  const column = columns[at.column];
  const neighbour = columns[at.column + by];
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    if (!table.rules[at.row] || !table.rules[at.row + by]) return true;
    change({ ...table, rules: moved(table.rules, at.row, at.row + by) }, 'Order of rows');
    goTo({ ...at, row: at.row + by });
  } else if (column && neighbour?.kind === column.kind) {
    const to = { ...at, column: at.column + by };
    if (column.kind === 'input')
      change({ ...table, inputs: moved(table.inputs, column.index, column.index + by) }, 'Columns');
    if (column.kind === 'output')
      change({ ...table, outputs: moved(table.outputs, column.index, column.index + by) }, 'Columns');
    goTo(to);
  }
  return true;
}

/** Names an edit in the history, so that typing in one cell is one step. */
export function editLabel({ columns, table }: TableEditing, { row, column }: GridPlace): string {
  const where = row < table.rules.length ? `row ${row + 1}` : OTHERWISE.label;
  return `Cell ${columns[column]?.name ?? ''} of ${where}`;
}
