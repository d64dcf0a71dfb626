import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#prelude/limits.ts';
import type { TableLogic } from '../settings.ts';
import { gridColumns } from './grid-columns.ts';
import { withPasted } from './paste.ts';
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts';

const TABLE: TableLogic = {
  form: 'table',
  hitPolicy: 'first',
  inputs: [
    { id: 'age', label: 'Age', expression: 'age' },
    { id: 'tier', label: 'Tier', expression: 'tier' },
  ],
  outputs: [{ id: 'fee', variable: 'fee' }],
  exits: [{ id: 'x', label: 'Lounge' }],
  rules: [{ id: 'row_1', when: { age: '1' }, exit: 'x' }],
};
const columns = gridColumns(TABLE, (variable) => variable);

describe('text of a spreadsheet', () => {
  it.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['< 18', [['< 18']]],
    ['"gold"\t"gold", "silver"', [['"gold"', '"gold", "silver"']]],
    ['"""gold"""\tx', [['"gold"', 'x']]],
    ['"two\nlines"\tx', [['two\nlines', 'x']]],
    [
      '\t\n\tx',
      [
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['', [['']]],
    ['"unclosed\tx', [['"unclosed', 'x']]],
  ])('%j is %j', (text, cells) => {
    expect(readTabSeparated(text)).toEqual(cells);
  });

  it('comes back as it was written', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.trim().replace(/\r/g, ''));
    const grid = fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
      );
    // A cell that itself looks like one in quotes cannot be told from it, and a last empty line is taken for the end.
    const plain = (text: string) => !text.startsWith('"');
    fc.assert(
      fc.property(
        grid.filter((rows) => rows.flat().every(plain) && rows.at(-1)?.join('') !== ''),
        (rows) => {
          expect(readTabSeparated(writeTabSeparated(rows))).toEqual(rows);
        },
      ),
    );
  });
});

describe('what is pasted into a table', () => {
  it('fills it to the right and down, adding rows and ways out', () => {
    const cells = readTabSeparated('"gold"\tlounge\tage * 2\tFirst\n\tDesk\n-\tOtherwise');
    const { table, columnsLeft } = withPasted(TABLE, columns, { row: 0, column: 1 }, cells);
    expect(columnsLeft).toBe(0);
    expect(table.exits).toEqual([
      { id: 'x', label: 'Lounge' },
      { id: 'desk', label: 'Desk' },
    ]);
    expect(table.rules).toEqual([
      { id: 'row_1', when: { age: '1', tier: '"gold"' }, exit: 'x', set: { fee: 'age * 2' }, note: 'First' },
      { id: 'row_2', when: {}, exit: 'desk' },
      { id: 'row_3', when: { tier: '-' }, exit: 'otherwise' },
    ]);
  });

  it('says what found no place', () => {
    const wide = withPasted(TABLE, columns, { row: 0, column: 3 }, [['a', 'b', 'c', 'd']]);
    expect(wide.columnsLeft).toBe(2);
    const long = Array.from({ length: LIMITS.decisionRules + 3 }, () => ['1']);
    const { table, rowsLeft } = withPasted(TABLE, columns, { row: 0, column: 0 }, long);
    expect(table.rules).toHaveLength(LIMITS.decisionRules);
    expect(rowsLeft).toBe(3);
  });
});
