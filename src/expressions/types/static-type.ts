import type { ValueType } from '../value-type.ts';

/** The type of an expression as the checker sees it: a value's type, or of what only lives inside expressions. */
export type StaticType =
  | Exclude<ValueType, { readonly kind: 'list' | 'record' }>
  | { readonly kind: 'list'; readonly items: StaticType }
  | { readonly kind: 'record'; readonly fields: { readonly [name: string]: StaticType } }
  | { readonly kind: 'range'; readonly of: StaticType }
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly result: StaticType };

export const ANY: StaticType = { kind: 'any' };
export const NULL: StaticType = { kind: 'null' };
export const TEXT: StaticType = { kind: 'text' };
export const NUMBER: StaticType = { kind: 'number' };
export const MONEY: StaticType = { kind: 'money' };
export const BOOLEAN: StaticType = { kind: 'boolean' };
export const DATE: StaticType = { kind: 'date' };
export const TIME: StaticType = { kind: 'time' };
export const DATE_TIME: StaticType = { kind: 'date-time' };
export const DURATION: StaticType = { kind: 'duration' };
/** A record of which no field is known. */
export const RECORD: StaticType = { kind: 'record', fields: {} };

export function listOf(items: StaticType): StaticType {
  return { kind: 'list', items };
}
export function rangeOf(of: StaticType): StaticType {
  return { kind: 'range', of };
}
