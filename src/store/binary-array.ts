import pg from 'pg';
import { invariant } from '#prelude/assert-never.ts';

/*
 * Arrays as parameters in the binary form of PostgreSQL's wire protocol (`array_recv` in its arrayfuncs.c): dimensions,
 * whether there are nulls, the type of the elements; length and lower bound of the one dimension; then each element as
 * its length and its bytes, or the length -1. The text form, which the driver makes of a list, has to put a backslash
 * before each quote of a JSON and the server has to take it away again: that costs ten times as much.
 */

const HEAD = 20;
const NULL = -1;

/** A parameter of type `text[]`. */
export function textArray(values: readonly (string | null)[]): Buffer {
  return arrayOf(pg.types.builtins.TEXT, values);
}

/** A parameter of type `json[]`, of plain values. */
export function jsonArray(values: readonly unknown[]): Buffer {
  return arrayOf(
    pg.types.builtins.JSON,
    values.map((value) => JSON.stringify(value)),
  );
}

function arrayOf(type: number, values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? NULL : Buffer.byteLength(value)));
  const bytes = Buffer.allocUnsafe(lengths.reduce((room, length) => room + 4 + Math.max(0, length), HEAD));
  let at = HEAD;
  for (const [index, length] of lengths.entries()) {
    at = bytes.writeInt32BE(length, at);
    at += bytes.write(values[index] ?? '', at);
  }
  return finished(bytes, at, type, values.length, lengths.includes(NULL));
}

/** A parameter of type `integer[]`. */
export function integerArray(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(HEAD + 8 * values.length);
  let at = HEAD;
  for (const value of values) {
    at = bytes.writeInt32BE(4, at);
    at = bytes.writeInt32BE(value, at);
  }
  return finished(bytes, at, pg.types.builtins.INT4, values.length, false);
}

/** A parameter of type `bigint[]`, of whole numbers that a double holds exactly. */
export function bigintArray(values: readonly (number | null)[]): Buffer {
  const bytes = Buffer.allocUnsafe(HEAD + 12 * values.length);
  let at = HEAD;
  let hasNull = false;
  for (const value of values) {
    if (value === null) {
      hasNull = true;
      at = bytes.writeInt32BE(NULL, at);
      continue;
    }
    invariant(Number.isSafeInteger(value), `${value} is a whole number`);
    at = bytes.writeInt32BE(8, at);
    at = bytes.writeInt32BE(Math.floor(value / 2 ** 32), at);
    at = bytes.writeUInt32BE(value >>> 0, at);
  }
  return finished(bytes, at, pg.types.builtins.INT8, values.length, hasNull);
}

function finished(bytes: Buffer, end: number, type: number, length: number, hasNull: boolean): Buffer {
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(hasNull ? 1 : 0, 4);
  bytes.writeInt32BE(type, 8);
  bytes.writeInt32BE(length, 12);
  bytes.writeInt32BE(1, 16);
  return bytes.subarray(0, end);
}
