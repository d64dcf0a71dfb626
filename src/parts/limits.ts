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
