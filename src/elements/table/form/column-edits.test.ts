import { describe, expect, it } from 'vitest';
import type { TableColumn } from '#contract/answers/rows.ts';
import type { Scope } from '#expressions/value-type.ts';
import { duplicateColumn, missingColumns, newColumn } from './column-edits.ts';

const columns: readonly TableColumn[] = [
  { field: 'number', label: { en: 'Number' } },
  { field: 'field_3', label: { en: 'Place' } },
];
const scope: Scope = {
  orders: {
    kind: 'list',
    items: {
      kind: 'record',
      fields: {
        number: { kind: 'text' },
        order_date: { kind: 'date' },
        total: { kind: 'money' },
        'two words': { kind: 'text' },
      },
    },
  },
  name: { kind: 'text' },
};

describe('the columns of a table', () => {
  it('are added and doubled without showing one field twice', () => {
    expect(newColumn(columns, 'en')).toEqual({ field: 'field_3_2', label: { en: 'Column 3' } });
    const fields = duplicateColumn(duplicateColumn(columns, 0), 0).map(({ field }) => field);
    expect(new Set(fields).size).toBe(4);
    expect(fields[0]).toBe('number');
    expect(duplicateColumn(columns, 9)).toBe(columns);
  });

  it('are offered for the fields of the records, as these are written', () => {
    expect(missingColumns('orders', columns, scope, 'en')).toEqual([
      { field: 'order_date', label: { en: 'Order date' }, type: 'date' },
      { field: 'total', label: { en: 'Total' }, type: 'money' },
    ]);
    expect(missingColumns('orders[total > 5]', columns, scope, 'de').map(({ field }) => field)).toEqual([
      'order_date',
      'total',
    ]);
  });

  it.each(['', 'name', 'orders[', 'never_made'])('are not guessed where it is not known what %j lists', (list) => {
    expect(missingColumns(list, columns, scope, 'en')).toEqual([]);
  });
});
