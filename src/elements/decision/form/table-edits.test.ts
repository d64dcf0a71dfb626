import { expect, it } from 'vitest';
import { settings, type TableLogic } from '../settings.ts';
import { type GridColumn, gridColumns } from './grid-columns.ts';
import {
  cellText,
  moved,
  withCell,
  withCopiedRow,
  withExit,
  withInput,
  withNewRow,
  withOutput,
  withoutColumn,
  withoutExit,
} from './table-edits.ts';

const TABLE: TableLogic = {
  form: 'table',
  hitPolicy: 'first',
  inputs: [{ id: 'age', label: '', expression: 'age' }],
  outputs: [{ id: 'fee', variable: 'fee', otherwise: '9' }],
  exits: [
    { id: 'x', label: 'Lounge' },
    { id: 'y', label: '' },
  ],
  rules: [
    { id: 'row_1', when: { age: '< 18' }, exit: 'x', set: { fee: '1' }, note: 'Young' },
    { id: 'row_2', when: {}, exit: 'x' },
  ],
};
const columns = gridColumns(TABLE, (variable) => variable.toUpperCase());
const column = (name: string): GridColumn => {
  const found = columns.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};
const texts = (table: TableLogic, row: number) => columns.map((each) => cellText(table, row, each));

it('the grid shows every cell, and the row of otherwise below', () => {
  expect(columns.map(({ name }) => name)).toEqual(['AGE', 'Leads to', 'FEE', 'Note']);
  expect(texts(TABLE, 0)).toEqual(['< 18', 'Lounge', '1', 'Young']);
  expect(texts(TABLE, 1)).toEqual(['', 'Lounge', '', '']);
  expect(texts(TABLE, 2)).toEqual(['', 'Otherwise', '9', '']);
});

it('a cell that is emptied leaves nothing behind', () => {
  const emptied = columns.reduce((table, each) => withCell(table, 0, each, ''), TABLE);
  expect(emptied.rules[0]).toEqual({ id: 'row_1', when: {}, exit: 'x' });
  expect(withCell(TABLE, 2, column('FEE'), '').outputs).toEqual([{ id: 'fee', variable: 'fee' }]);
});

it('only what can be set by otherwise is', () => {
  expect(withCell(TABLE, 2, column('AGE'), '1')).toBe(TABLE);
  expect(withCell(TABLE, 2, column('Leads to'), 'Lounge')).toBe(TABLE);
  expect(withCell(TABLE, 2, column('FEE'), '7').outputs[0]?.otherwise).toBe('7');
});

it('every edit leaves a table that can be kept', () => {
  const edits: readonly ((table: TableLogic) => TableLogic)[] = [
    (table) => withNewRow(table, 1),
    (table) => withCopiedRow(table, 0),
    (table) => withInput(table, 'customer.city', 'City'),
    (table) => withInput(table, '2 + 2', ''),
    (table) => withOutput(table, 'fee'),
    (table) => withExit(table, 'Otherwise'),
    (table) => withExit(table, 'Größe 5'),
    (table) => withoutExit(table, 0),
    (table) => withoutColumn(table, column('AGE')),
    (table) => withoutColumn(table, column('FEE')),
    (table) => withCell(table, 0, column('Leads to'), 'Another'),
    (table) => ({ ...table, rules: moved(table.rules, 0, 1) }),
  ];
  for (const edit of edits) {
    for (const other of edits) {
      expect(settings.safeParse({ logic: other(edit(TABLE)) }).error).toBeUndefined();
    }
  }
});

it('a new row leads to a way out that has none yet', () => {
  expect(withNewRow(TABLE, 2).rules[2]).toEqual({ id: 'row_3', when: {}, exit: 'y' });
});

it('rows that led to a way out that is removed go on by otherwise', () => {
  expect(withoutExit(TABLE, 0).rules.map(({ exit }) => exit)).toEqual(['otherwise', 'otherwise']);
});
