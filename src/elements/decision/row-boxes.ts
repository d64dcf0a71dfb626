import { checkExpression, parseExpression } from '#expressions/expression.ts';
import { readTests } from '#expressions/unary-tests/condition.ts';
import { ALL, commonRegion, isEmptyRegion, type Region, regionBeside } from '#expressions/unary-tests/region.ts';
import { regionOfTests } from '#expressions/unary-tests/region-of-tests.ts';
import { regionInWords } from '#expressions/unary-tests/region-words.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { TableLogic } from './settings.ts';
import { nameOfColumn, type ReadRow, readRows } from './table-conditions.ts';

/** What a row matches: a region for each column, undefined where that is not simple to say. */
export type Box = readonly (Region | undefined)[];
export type KnownBox = readonly Region[];

export interface RowBox {
  readonly row: ReadRow;
  readonly box: Box;
}

export function rowBoxes(table: TableLogic, scope: Scope): readonly RowBox[] {
  const types = table.inputs.map(({ expression }) => typeOf(expression, scope));
  return readRows(table).map((row) => ({
    row,
    box: table.inputs.map((column, index) => {
      const test = row.tests.find((each) => each.column === column);
      if (!test) return ALL;
      const read = readTests(column.expression, test.cell);
      return read.ok ? regionOfTests(read.value, types[index] ?? { kind: 'any' }) : undefined;
    }),
  }));
}

function typeOf(expression: string, scope: Scope): ValueType {
  const parsed = parseExpression(expression);
  return parsed.ok ? checkExpression(parsed.value, scope).type : { kind: 'any' };
}

export function isKnown(box: Box): box is KnownBox {
  return box.every((region) => region !== undefined);
}

/** What two rows both match: undefined where they share nothing, or where nobody can say simply. */
export function commonBox(a: Box, b: Box): KnownBox | undefined {
  const common = a.map((region, index) => {
    const other = b[index];
    return region && other && commonRegion(region, other);
  });
  return isKnown(common) && !common.some(isEmptyRegion) ? common : undefined;
}

/** What of a box lies outside another, cut off column by column: beside it in the first, then in the second, and so on. */
export function piecesBeside(box: KnownBox, taken: KnownBox): readonly KnownBox[] {
  const pieces: KnownBox[] = [];
  let rest = box;
  for (const [index, region] of taken.entries()) {
    const own = rest[index] ?? ALL;
    const beside = commonRegion(own, regionBeside(region));
    if (!isEmptyRegion(beside)) pieces.push(rest.with(index, beside));
    const within = commonRegion(own, region);
    if (isEmptyRegion(within)) return [box];
    rest = rest.with(index, within);
  }
  return pieces;
}

/** A box in words: `Age is less than 18 and Member is yes`; empty where it is everything. */
export function boxInWords(table: TableLogic, box: KnownBox): string {
  return table.inputs
    .flatMap((column, index) => {
      const words = regionInWords(box[index] ?? ALL);
      return words === '' ? [] : [`“${nameOfColumn(table, column)}” ${words}`];
    })
    .join(' and ');
}
