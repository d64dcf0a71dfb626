import { ArrowDown, ArrowUp, CopyPlus, Plus, Trash2 } from 'lucide-react';
import { LIMITS } from '#prelude/limits.ts';
import { Button } from '#ui/button.tsx';
import type { TableEditing } from './table-editor.tsx';
import { moved, withCopiedRow, withNewRow } from './table-edits.ts';

/** What can be done with the row that is chosen. */
export function RowActs({ editing: { table, at, change, goTo } }: { editing: TableEditing }) {
  const { row } = at;
  const isFull = table.rules.length >= LIMITS.decisionRules;
  const act = (made: typeof table, to: number, label = 'Rows') => {
    change(made, label);
    goTo({ row: to, column: at.column }, made);
  };
  const order = (to: number) => act({ ...table, rules: moved(table.rules, row, to) }, to, 'Order of rows');
  const remove = () => {
    const made = { ...table, rules: table.rules.toSpliced(row, 1) };
    act(made, Math.min(row, made.rules.length - 1));
  };
  return (
    <div className="decision-bar-acts">
      <Button size="small" icon={<Plus />} isDisabled={isFull} onPress={() => act(withNewRow(table, row), row)}>
        Insert above
      </Button>
      <Button size="small" icon={<Plus />} isDisabled={isFull} onPress={() => act(withNewRow(table, row + 1), row + 1)}>
        Insert below
      </Button>
      <Button
        size="small"
        icon={<CopyPlus />}
        isDisabled={isFull}
        onPress={() => act(withCopiedRow(table, row), row + 1)}
      >
        Duplicate
      </Button>
      <Button size="small" icon={<ArrowUp />} isDisabled={row === 0} onPress={() => order(row - 1)}>
        Move up
      </Button>
      <Button
        size="small"
        icon={<ArrowDown />}
        isDisabled={row === table.rules.length - 1}
        onPress={() => order(row + 1)}
      >
        Move down
      </Button>
      <Button size="small" icon={<Trash2 />} onPress={remove}>
        Remove row
      </Button>
    </div>
  );
}
