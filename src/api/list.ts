import * as z from 'zod';

/** Where to go on and how much of it, in every list's query. */
export const paging = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};

/** `next` is the cursor of the following page; absent on the last one. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), next: z.string().optional() });
}

/** Several values in one query parameter, separated by commas: `status=draft,live`. */
export function commaSeparated<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .string()
    .max(2_000)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(50));
}

/** `true` or `false` in a query string. */
export const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
