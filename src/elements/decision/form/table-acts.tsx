import { Columns3, Maximize2, Plus, Rows3 } from 'lucide-react';
import { LIMITS } from '#prelude/limits.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu } from '#ui/menu.tsx';
import { HEAD } from './grid-place.ts';
import type { TableEditing } from './table-editor.tsx';
import { withInput, withNewRow, withOutput } from './table-edits.ts';

export interface TableActsProps {
  editing: TableEditing;
  onEnlarge: (() => void) | undefined;
}

/** A menu gives the focus back when it closes; what moves it on comes after that. */
const afterMenu = (act: () => void) => () => void requestAnimationFrame(act);

/** What adds to the table. */
export function TableActs({ editing, onEnlarge }: TableActsProps) {
  const { table, parts, change, goTo, editCell } = editing;
  const isFull = table.rules.length >= LIMITS.decisionRules;
  const unset = parts.variables.filter(({ key }) => !table.outputs.some(({ variable }) => variable === key));
  const addRow = () => {
    const made = withNewRow(table, table.rules.length);
    change(made, 'Rows');
    goTo({ row: table.rules.length, column: 0 }, made);
  };
  const addInput = () => {
    const made = withInput(table, '', '');
    change(made, 'Columns');
    goTo({ row: HEAD, column: table.inputs.length }, made);
    editCell();
  };
  const addOutput = () => {
    const made = withOutput(table, unset[0]?.key ?? '');
    change(made, 'Columns');
    goTo({ row: HEAD, column: table.inputs.length + 1 + table.outputs.length }, made);
    editCell();
  };
  return (
    <div className="decision-table-acts">
      <Button size="small" icon={<Rows3 />} isDisabled={isFull} onPress={addRow}>
        Add row
      </Button>
      <Menu
        trigger={
          <Button size="small" icon={<Columns3 />}>
            Add column
          </Button>
        }
        entries={[
          {
            kind: 'action',
            id: 'input',
            label: 'That asks something',
            icon: <Plus />,
            isDisabled: table.inputs.length >= LIMITS.decisionColumns,
            onAction: afterMenu(addInput),
          },
          {
            kind: 'action',
            id: 'output',
            label: unset.length > 0 ? 'That sets a variable' : 'That sets a variable (there is none left)',
            icon: <Plus />,
            isDisabled: unset.length === 0 || table.outputs.length >= LIMITS.decisionColumns,
            onAction: afterMenu(addOutput),
          },
        ]}
      />
      {onEnlarge ? (
        <IconButton size="small" label="Show the table in a large window" icon={<Maximize2 />} onPress={onEnlarge} />
      ) : null}
    </div>
  );
}
