import type { Json } from '#prelude/json.ts';
import type { DrawnAnswer } from './drawn.ts';
import type { ModelSession } from './session.ts';

export interface Offer {
  readonly value: string;
  readonly label: string;
  /** The Choice that it is. */
  readonly id?: string;
}

/** What a list offers, each value once; one that was made of something secret offers nothing. */
export function listed(
  session: ModelSession,
  list: NonNullable<DrawnAnswer['list']>,
  shows: boolean,
): readonly Offer[] {
  if (session.secretsIn(list.from).length > 0) return [];
  const { value: items } = session.value(list.from, {}, shows);
  const found: Offer[] = [];
  for (const item of Array.isArray(items) ? (items as readonly Json[]) : []) {
    const record = item as { readonly [key: string]: Json };
    const word = (key: string) =>
      typeof record[key] === 'string' && record[key].trim() !== '' ? record[key].trim() : undefined;
    const value = word(list.value);
    if (value === undefined || found.some((other) => other.value === value)) continue;
    found.push({ value, label: word(list.label) ?? value });
  }
  return found;
}
