import * as z from 'zod';

/** Addresses hold plain words: `?status=draft&text=billing`. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** A filter of the address: what does not fit is as if it were not there. */
export function filter<T>(schema: z.ZodType<T>) {
  return schema.optional().catch(undefined);
}

export const consoleSearch = z.object({ account: filter(z.string()) });
