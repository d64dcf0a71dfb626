import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Scope } from '#expressions/value-type.ts';
import type { FormParts } from '#ui/element-form.ts';
import type { TableLogic } from '../settings.ts';
import { CellBar } from './cell-bar.tsx';
import { gridColumns } from './grid-columns.ts';
import { type GridPlace, sizeOf, within } from './grid-place.ts';
import type { Subject } from './subjects.ts';
import { TableActs } from './table-acts.tsx';
import { TableGrid } from './table-grid.tsx';

/** What the parts of the table editor share. */
export interface TableEditing {
  readonly table: TableLogic;
  readonly columns: ReturnType<typeof gridColumns>;
  readonly subjects: readonly Subject[];
  readonly parts: FormParts<Scope>;
  readonly at: GridPlace;
  /** The table as it was before what is chosen was edited, for whoever gives the edit up. */
  readonly before: { current: TableLogic | undefined };
  /** The label names the edit in the history. */
  change(table: TableLogic, label: string): void;
  /** Goes to a place of the grid, and gives it the focus. */
  goTo(place: GridPlace, table?: TableLogic): void;
  /** Gives the focus to the field of the cell that is chosen. */
  editCell(): void;
  say(words: string): void;
}

export interface TableEditorProps {
  table: TableLogic;
  subjects: readonly Subject[];
  parts: FormParts<Scope>;
  change(table: TableLogic, label: string): void;
  /** Shows it in a large window, where it is not in one. */
  onEnlarge?: () => void;
}

/** The table as a grid, with the field for the chosen cell above it. */
export function TableEditor({ table, subjects, parts, change, onEnlarge }: TableEditorProps) {
  const [chosen, choose] = useState<GridPlace>({ row: 0, column: 0 });
  const [said, say] = useState('');
  const grid = useRef<HTMLTableElement>(null);
  const bar = useRef<HTMLElement>(null);
  const before = useRef<TableLogic | undefined>(undefined);
  const labelOf = (variable: string) => subjects.find(({ path }) => path === variable)?.label ?? variable;
  const columns = gridColumns(table, labelOf);
  const editing: TableEditing = {
    table,
    columns,
    subjects,
    parts,
    at: within(chosen, sizeOf(table, columns)),
    before,
    change,
    goTo(place, made = table) {
      flushSync(() => choose(within(place, sizeOf(made, gridColumns(made, labelOf)))));
      focusIn(grid, '[tabindex="0"]');
    },
    editCell() {
      // What was just set is shown first.
      flushSync(() => undefined);
      focusIn(bar, 'textarea, input, button:not([disabled])');
    },
    say,
  };
  return (
    <div className="decision-table">
      <TableActs editing={editing} onEnlarge={onEnlarge} />
      <CellBar editing={editing} frame={bar} />
      <TableGrid editing={editing} grid={grid} onChoose={choose} />
      <p className="decision-said" role="status">
        {said}
      </p>
    </div>
  );
}

/** At once: the next key may come within the frame. */
function focusIn(within: RefObject<HTMLElement | null>, selector: string): void {
  const target = within.current?.querySelector<HTMLElement>(selector);
  target?.focus();
  if (target instanceof HTMLTextAreaElement) target.setSelectionRange(target.value.length, target.value.length);
}
