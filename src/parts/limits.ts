import type { PageField } from '#contract/page.ts';

/** A number that an answer kind put under `limits`, such as `max`. */
export function numberLimit(field: PageField, key: string): number | undefined {
  const value = field.limits[key];
  return typeof value === 'number' ? value : undefined;
}

/** A text that an answer kind put under `limits`, such as `presentation`. */
export function textLimit(field: PageField, key: string): string | undefined {
  const value = field.limits[key];
  return typeof value === 'string' ? value : undefined;
}

/** A list of texts that an answer kind put under `limits`, such as `currencies`. */
export function listLimit(field: PageField, key: string): readonly string[] {
  const value = field.limits[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Whether an answer kind put `true` under `limits`, such as `digits`. */
export function flagLimit(field: PageField, key: string): boolean {
  return field.limits[key] === true;
}
