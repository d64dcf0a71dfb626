import { Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import type { FormOffer } from '#ui/element-form.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { OTHERWISE } from '../otherwise.ts';
import { readRows } from '../table-conditions.ts';
import { cellProblem } from './cell-problems.ts';
import type { GridColumn } from './grid-columns.ts';
import { editLabel } from './grid-keys.tsx';
import type { Subject } from './subjects.ts';
import type { TableEditing } from './table-editor.tsx';
import { cellText, withCell, withExit, withRow } from './table-edits.ts';

export interface CellFieldProps {
  editing: TableEditing;
  column: GridColumn;
}

/** The field for one cell. */
export function CellField({ editing, column }: CellFieldProps) {
  const { table, at, parts, subjects, change } = editing;
  const isOtherwise = at.row >= table.rules.length;
  const row = isOtherwise ? OTHERWISE.label.toLowerCase() : `row ${at.row + 1}`;
  const text = cellText(table, at.row, column);
  const put = (next: string) => change(withCell(table, at.row, column, next), editLabel(editing, at));
  switch (column.kind) {
    case 'input':
      if (isOtherwise) return <p className="decision-note">Where no row matches, this is the way on.</p>;
      return (
        <>
          <parts.Expression
            label={`${column.name} of ${row} is`}
            value={text}
            description={HOW_TESTS_LOOK}
            offers={offersOf(subjectOf(subjects, column.column.expression))}
            problemIn={(typed) => cellProblem(column, typed, parts.scope)}
            onChange={put}
          />
          <RowAsFeel editing={editing} />
        </>
      );
    case 'exit':
      return isOtherwise ? (
        <p className="decision-note">Where no row matches, this is the way on.</p>
      ) : (
        <ExitFields editing={editing} />
      );
    case 'output':
      return (
        <parts.Expression
          label={`${column.name} of ${row} becomes`}
          value={text}
          description="An empty cell leaves the variable as it is."
          offers={offersOf(subjectOf(subjects, column.column.variable))}
          problemIn={(typed) => cellProblem(column, typed, parts.scope)}
          onChange={put}
        />
      );
    case 'note':
      return isOtherwise ? null : <TextField label={`Note of ${row}`} value={text} maxLength={500} onChange={put} />;
  }
}

const HOW_TESTS_LOOK = 'Such as < 18, [1..5], not(3) or "gold", "silver"; empty is any value.';

/** The whole row as the one condition that it stands for. */
function RowAsFeel({ editing: { table, at } }: { editing: TableEditing }) {
  const row = readRows(table)[at.row];
  return row ? (
    <p className="decision-feel">
      <span className="decision-feel-name">Row {row.number} as FEEL</span>
      <code>{row.condition}</code>
    </p>
  ) : null;
}

function subjectOf(subjects: readonly Subject[], path: string): Subject | undefined {
  return subjects.find((subject) => subject.path === path.trim());
}

/** The values that what is asked about can have, as they are written. */
function offersOf(subject: Subject | undefined): readonly FormOffer[] {
  if (subject?.type.kind === 'boolean') return ['true', 'false'].map((insert) => ({ insert, label: insert }));
  return (subject?.options ?? []).map(({ value, label }) => ({ insert: JSON.stringify(value), label }));
}

/** Where a row leads, and what that way out is called. */
function ExitFields({ editing }: { editing: TableEditing }) {
  const { table, at, change } = editing;
  const row = table.rules[at.row];
  if (!row) return null;
  const index = table.exits.findIndex(({ id }) => id === row.exit);
  const exit = table.exits[index];
  const options = [
    ...table.exits.map(({ id, label }) => ({ id, label: label || id })),
    { id: OTHERWISE.name, label: OTHERWISE.label },
  ];
  const addExit = () => {
    const made = withExit(table, `Way out ${table.exits.length + 1}`);
    change(withRow(made, at.row, { ...row, exit: made.exits.at(-1)?.id ?? row.exit }), 'Ways out');
  };
  return (
    <>
      <Select
        label={`Row ${at.row + 1} leads to`}
        options={options}
        value={row.exit}
        onChange={(id) => change(withRow(table, at.row, { ...row, exit: id }), editLabel(editing, at))}
      />
      {exit ? (
        <TextField
          label="Name of this way out"
          value={exit.label}
          maxLength={200}
          onChange={(label) =>
            change({ ...table, exits: table.exits.with(index, { ...exit, label }) }, `Name of way out ${index + 1}`)
          }
        />
      ) : null}
      <div>
        <Button size="small" variant="quiet" icon={<Plus />} onPress={addExit}>
          New way out
        </Button>
      </div>
    </>
  );
}
