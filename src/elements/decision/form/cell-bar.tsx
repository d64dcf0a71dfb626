import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { CellField } from './cell-field.tsx';
import { ColumnFields } from './column-fields.tsx';
import { HEAD, NUMBERS } from './grid-place.ts';
import { RowActs } from './row-acts.tsx';
import type { TableEditing } from './table-editor.tsx';

/** What is chosen in the grid, to be edited: the text of a cell, what a column asks, or what to do with a row. */
export function CellBar({ editing, frame }: { editing: TableEditing; frame: RefObject<HTMLElement | null> }) {
  const { table, columns, at, goTo, change, before } = editing;
  const column = columns[at.column];
  const come = () => {
    before.current ??= table;
  };
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) before.current = undefined;
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const isText = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && isText && !event.shiftKey) goTo({ ...at, row: at.row === HEAD ? HEAD : at.row + 1 });
    else if (event.key === 'Escape') {
      if (before.current && before.current !== table && isText) change(before.current, 'Cell');
      goTo(at);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      ref={frame}
      className="decision-bar"
      aria-label="Chosen cell"
      onFocus={come}
      onBlur={leave}
      onKeyDown={keyDown}
    >
      {at.column === NUMBERS ? (
        <>
          <p className="decision-bar-title">Row {at.row + 1}</p>
          <RowActs editing={editing} />
        </>
      ) : null}
      {column && at.row === HEAD ? (
        <>
          <p className="decision-bar-title">Column {column.name}</p>
          <ColumnFields key={at.column} editing={editing} column={column} />
        </>
      ) : null}
      {column && at.row !== HEAD ? (
        <CellField key={`${at.row} ${at.column}`} editing={editing} column={column} />
      ) : null}
    </section>
  );
}
