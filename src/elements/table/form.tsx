import { Columns3 } from 'lucide-react';
import { useMemo } from 'react';
import { type TableColumn, tableColumn, tableRecords } from '#contract/answers/rows.ts';
import { textIn } from '#contract/localized-text.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { Button } from '#ui/button.tsx';
import type { ElementForm, ElementFormProps } from '#ui/element-form.ts';
import { duplicateColumn, missingColumns, newColumn } from './form/column-edits.ts';

/** What a table lists, and the columns that show it. */
export const tableForm: ElementForm<Scope> = {
  type: 'table',
  tab: 'Answer',
  instead: ['list', 'columns'],
  Form: ColumnsForm,
};

function ColumnsForm({ settings, act, parts }: ElementFormProps<Scope>) {
  const columns = settings['columns'] as unknown as readonly TableColumn[];
  const list = typeof settings['list'] === 'string' ? settings['list'] : '';
  const { scope, languages } = parts;
  const missing = useMemo(
    () => missingColumns(list, columns, scope, languages.source).slice(0, LIMITS.tableColumns - columns.length),
    [list, columns, scope, languages.source],
  );
  const put = (next: readonly TableColumn[], name: string) => act(['columns'], [...next] as unknown as Json, name);
  const nameOf = (index: number) => {
    const column = columns[index];
    const heading = column ? textIn(column.label, languages.shown, languages.source).trim() : '';
    return heading === '' ? `Column ${index + 1}` : heading;
  };
  return (
    <>
      <parts.Fields schema={tableRecords} at={[]} />
      <parts.Items
        label="Columns"
        empty="The table shows no column yet."
        items={columns.map((column, index) => ({
          name: nameOf(index),
          note: column.hidden ? `${column.field} · not shown` : column.field,
          body: () => <parts.Fields schema={tableColumn} at={['columns', String(index)]} of={`column ${index + 1}`} />,
        }))}
        add={
          columns.length < LIMITS.tableColumns
            ? [
                {
                  label: 'Add column',
                  onAdd: () => put([...columns, newColumn(columns, languages.source)], 'Add column'),
                },
              ]
            : []
        }
        onMove={(from, to) => {
          const moved = columns[from];
          if (moved) put(columns.toSpliced(from, 1).toSpliced(to, 0, moved), `Move column “${nameOf(from)}”`);
        }}
        onDuplicate={(index) => put(duplicateColumn(columns, index), `Duplicate column “${nameOf(index)}”`)}
        onRemove={(index) => put(columns.toSpliced(index, 1), `Delete column “${nameOf(index)}”`)}
      />
      {missing.length === 0 ? null : (
        <div>
          <Button
            size="small"
            icon={<Columns3 />}
            onPress={() => put([...columns, ...missing], 'Add columns of the records')}
          >
            {`Add the other fields: ${missing.map(({ field }) => field).join(', ')}`}
          </Button>
        </div>
      )}
    </>
  );
}
