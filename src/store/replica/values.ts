import { setImmediate as letOthers } from 'node:timers/promises';
import { type DuckDBConnection, type DuckDBValue, LIST, listValue, UINTEGER, VARCHAR } from '@duckdb/node-api';

/** A value that a query of the replica takes or gives back. */
export type ReplicaValue = string | number | boolean | null;

/** A row by the names of its columns. */
export type ReplicaRow = { readonly [column: string]: ReplicaValue };

/** Runs a query and gives back its rows: whole numbers as numbers, those beyond 2^53 (hashes of paths) as text. */
export async function rowsOf(
  connection: DuckDBConnection,
  query: string,
  values: readonly ReplicaValue[] = [],
): Promise<ReplicaRow[]> {
  const result = await connection.run(query, [...values]);
  const names = result.columnNames();
  const rows = await result.getRows();
  return rows.map((row) => Object.fromEntries(names.map((name, column) => [name, plain(row[column] ?? null)])));
}

/**
 * The same, over a list of texts, which the query has as `$1`. There may be thousands of rows: they are read in parts, and
 * requests get their turn in between.
 */
export async function rowsFor(connection: DuckDBConnection, query: string, list: readonly string[]) {
  const result = await connection.run(query, [listValue(list)], [LIST(VARCHAR)]);
  const names = result.columnNames();
  const rows: { readonly [column: string]: DuckDBValue }[] = [];
  for (let part = await result.fetchChunk(); part !== null && part.rowCount > 0; part = await result.fetchChunk()) {
    for (const row of part.getRows()) {
      rows.push(Object.fromEntries(names.map((name, column) => [name, row[column] ?? null])));
    }
    await letOthers();
  }
  return rows;
}

/** Runs a statement over a list of session numbers, which it has as `$1`. */
export async function runFor(connection: DuckDBConnection, statement: string, list: readonly number[]): Promise<void> {
  await connection.run(statement, [listValue(list)], [LIST(UINTEGER)]);
}

function plain(value: DuckDBValue): ReplicaValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  throw new Error(`A query of the replica gave back a ${value.constructor.name}`);
}
