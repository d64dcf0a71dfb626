import type { RefObject } from 'react';
import { isAnyValue } from '#expressions/unary-tests/condition.ts';
import { cellProblem } from './cell-problems.ts';
import { copyCell, pasteCells } from './grid-clipboard.tsx';
import type { GridColumn } from './grid-columns.ts';
import { keyDownInGrid } from './grid-keys.tsx';
import { type GridPlace, HEAD, NUMBERS } from './grid-place.ts';
import type { TableEditing } from './table-editor.tsx';
import { cellText } from './table-edits.ts';

export interface TableGridProps {
  editing: TableEditing;
  grid: RefObject<HTMLTableElement | null>;
  onChoose(place: GridPlace): void;
}

/** All cells. Arrows move, Enter or typing edits, Tab leaves; text of a spreadsheet can be pasted. */
export function TableGrid({ editing, grid, onChoose }: TableGridProps) {
  const { table, columns, at, parts } = editing;
  const place = (row: number, column: number) => ({
    'data-row': row,
    'data-column': column,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    'aria-selected': at.row === row && at.column === column,
    onFocus: () => onChoose({ row, column }),
    onDoubleClick: editing.editCell,
  });
  const cells = (row: number) =>
    columns.map((column, index) => {
      const text = cellText(table, row, column);
      return (
        <GridCell
          key={keyOf(column)}
          kind={column.kind}
          text={text}
          isEditable={row < table.rules.length || column.kind === 'output'}
          problem={cellProblem(column, text, parts.scope)}
          {...place(row, index)}
        />
      );
    });
  return (
    <div className="decision-grid-frame">
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells that are moved through and edited make a grid
        role="grid"
        className="decision-grid"
        aria-label="Decision table"
        onKeyDown={(event) => keyDownInGrid(event, editing)}
        onCopy={(event) => copyCell(event, editing)}
        onPaste={(event) => pasteCells(event, editing)}
      >
        <thead>
          <tr>
            <td />
            {columns.map((column, index) => (
              <th key={keyOf(column)} scope="col" data-kind={column.kind} {...place(HEAD, index)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rules.map((rule, row) => (
            <tr key={rule.id}>
              <th scope="row" aria-label={`Row ${row + 1}`} {...place(row, NUMBERS)}>
                {row + 1}
              </th>
              {cells(row)}
            </tr>
          ))}
          <tr className="decision-grid-otherwise">
            <td />
            {cells(table.rules.length)}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function keyOf(column: GridColumn): string {
  return column.kind === 'input' || column.kind === 'output' ? `${column.kind} ${column.column.id}` : column.kind;
}

interface GridCellProps {
  kind: GridColumn['kind'];
  text: string;
  /** Of the last row only what otherwise sets can be changed. */
  isEditable: boolean;
  problem: string | undefined;
}

function GridCell({ kind, text, isEditable, problem, ...place }: GridCellProps & object) {
  const isAny = kind === 'input' && isEditable && isAnyValue(text);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the cell of a grid may say that it is read only
    <td
      data-kind={kind}
      aria-invalid={problem ? true : undefined}
      aria-readonly={isEditable ? undefined : true}
      {...(isAny ? { 'aria-label': 'any value' } : {})}
      title={problem}
      {...place}
    >
      {isAny ? '–' : text}
    </td>
  );
}
