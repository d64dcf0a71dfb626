import type { Json } from '#prelude/json.ts';

/** About how many characters a value takes as JSON; what is not there takes none. */
export function sizeOf(value: Json | undefined): number {
  if (value === undefined) return 0;
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 8;
  let size = 2;
  if (Array.isArray(value)) for (const item of value as readonly Json[]) size += 1 + sizeOf(item);
  else for (const [key, member] of Object.entries(value)) size += key.length + 4 + sizeOf(member);
  return size;
}
