import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { GridColumn } from './grid-columns.ts';
import type { TableEditing } from './table-editor.tsx';
import { moved, withoutColumn } from './table-edits.ts';

export interface ColumnFieldsProps {
  editing: TableEditing;
  column: GridColumn;
}

/** What a column asks or sets, and where it stands. */
export function ColumnFields({ editing, column }: ColumnFieldsProps) {
  switch (column.kind) {
    case 'input':
      return <InputFields editing={editing} column={column} />;
    case 'output':
      return <OutputFields editing={editing} column={column} />;
    case 'exit':
      return <p className="decision-note">Where a row leads. The ways out are named and ordered below the table.</p>;
    case 'note':
      return <p className="decision-note">Notes are for designers; they change nothing.</p>;
  }
}

type Fields<Kind extends GridColumn['kind']> = { editing: TableEditing; column: Extract<GridColumn, { kind: Kind }> };

function InputFields({ editing, column: { index, column, name } }: Fields<'input'>) {
  const { table, parts, change } = editing;
  const put = (next: typeof column, what: string) =>
    change({ ...table, inputs: table.inputs.with(index, next) }, `${what} of column ${index + 1}`);
  return (
    <>
      <parts.Expression
        label="Asks for"
        value={column.expression}
        onChange={(expression) => put({ ...column, expression }, 'Expression')}
      />
      <TextField
        label="Name of the column"
        isOptional
        value={column.label}
        maxLength={200}
        placeholder={column.expression}
        onChange={(label) => put({ ...column, label }, 'Name')}
      />
      <ColumnActs
        editing={editing}
        column={{ kind: 'input', index, column, name }}
        count={table.inputs.length}
        onMove={(to) => change({ ...table, inputs: moved(table.inputs, index, to) }, 'Columns')}
      />
    </>
  );
}

function OutputFields({ editing, column: { index, column, name } }: Fields<'output'>) {
  const { table, parts, change } = editing;
  const others = table.outputs.filter((output) => output.id !== column.id).map(({ variable }) => variable);
  const options = parts.variables
    .filter(({ key }) => !others.includes(key))
    .map(({ key, label }) => ({ id: key, label: label || key, description: key }));
  return (
    <>
      <ComboBox
        label="Sets"
        options={options}
        value={options.some(({ id }) => id === column.variable) ? column.variable : null}
        placeholder={column.variable}
        onChange={(variable) => {
          if (variable === null || variable === column.variable) return;
          change({ ...table, outputs: table.outputs.with(index, { ...column, variable }) }, 'Columns');
        }}
      />
      <ColumnActs
        editing={editing}
        column={{ kind: 'output', index, column, name }}
        count={table.outputs.length}
        onMove={(to) => change({ ...table, outputs: moved(table.outputs, index, to) }, 'Columns')}
      />
    </>
  );
}

interface ColumnActsProps {
  editing: TableEditing;
  column: Extract<GridColumn, { kind: 'input' | 'output' }>;
  count: number;
  onMove(to: number): void;
}

function ColumnActs({ editing, column, count, onMove }: ColumnActsProps) {
  const { table, at, change, goTo } = editing;
  const move = (by: number) => {
    onMove(column.index + by);
    goTo({ ...at, column: at.column + by });
  };
  const remove = () => {
    const made = withoutColumn(table, column);
    change(made, 'Columns');
    goTo(at, made);
  };
  return (
    <div className="decision-bar-acts">
      <Button size="small" icon={<ArrowLeft />} isDisabled={column.index === 0} onPress={() => move(-1)}>
        Move left
      </Button>
      <Button size="small" icon={<ArrowRight />} isDisabled={column.index === count - 1} onPress={() => move(1)}>
        Move right
      </Button>
      <Button size="small" icon={<Trash2 />} onPress={remove}>
        Remove column
      </Button>
    </div>
  );
}
