import type * as z from 'zod';
import { faceOf } from '#contract/setting.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** What a new row of a list knows of where it stands. */
export interface RowPlace {
  /** What one row is called: `Way out`. */
  readonly row: string;
  readonly rows: readonly JsonObject[];
  /** The first variable there is. */
  readonly variable: string;
}

/** A new row with something valid in each field that must hold something, and an id that no other row has. */
export function newRow(fields: readonly (readonly [string, z.ZodType])[], place: RowPlace): JsonObject {
  const name = freeName(place);
  const values = fields.flatMap(([key, field]) => {
    const value = key === 'id' ? name : firstValue(field, name, place.variable);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(values);
}

function firstValue(field: z.ZodType, name: string, variable: string): Json | undefined {
  if (field.safeParse(undefined).success) return undefined;
  const face = faceOf(field);
  switch (face?.widget) {
    case 'variable':
      return variable;
    case 'select':
      return face.options[0]?.value ?? '';
    case 'one-of':
      return face.options[0]?.first;
    case 'rows':
      return [];
    case 'localized-line':
    case 'localized-text':
      return {};
    default:
      return field.safeParse('').success ? '' : name;
  }
}

function freeName({ row, rows }: RowPlace): string {
  const stem = row.toLowerCase().replaceAll(' ', '_');
  const taken = new Set(rows.flatMap((each) => Object.values(each)));
  let number = rows.length + 1;
  while (taken.has(`${stem}_${number}`)) number++;
  return `${stem}_${number}`;
}
