import type { ColumnType } from 'kysely';
import type { Json } from '#prelude/json.ts';

/** JSON with an unknown shape, written as text. */
export type JsonColumn = ColumnType<Json, string, string>;
