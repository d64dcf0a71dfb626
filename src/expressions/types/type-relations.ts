import { assertNever } from '#prelude/assert-never.ts';
import type { ValueType } from '../value-type.ts';
import { propertiesOf } from './properties-of.ts';
import { ANY, listOf, NULL, rangeOf, type StaticType } from './static-type.ts';

/** Whether a value of the one type may stand where the other is wanted, as far as types tell. Any value may be unset. */
export function fits(actual: StaticType, wanted: StaticType): boolean {
  if (actual.kind === 'any' || wanted.kind === 'any' || actual.kind === 'null') return true;
  if (isTextual(actual) && isTextual(wanted)) return true;
  switch (wanted.kind) {
    case 'list':
      return actual.kind === 'list' && fits(actual.items, wanted.items);
    case 'range':
      return actual.kind === 'range' && fits(actual.of, wanted.of);
    case 'record':
      return (
        (actual.kind === 'record' || actual.kind === 'file') &&
        Object.entries(wanted.fields).every(([name, type]) => fits(fieldOf(actual, name) ?? NULL, type))
      );
    default:
      return actual.kind === wanted.kind;
  }
}

function isTextual({ kind }: StaticType): boolean {
  return kind === 'text' || kind === 'option';
}

/** Whether `=` between the two can ever be anything but null. */
export function comparable(a: StaticType, b: StaticType): boolean {
  return fits(a, b) || fits(b, a) || (isAmount(a) && isAmount(b));
}

/** A number beside money counts as an amount in its currency. */
export function isAmount({ kind }: StaticType): boolean {
  return kind === 'number' || kind === 'money';
}

const ORDERED: ReadonlySet<StaticType['kind']> = new Set([
  'any',
  'null',
  'number',
  'money',
  'text',
  'option',
  'date',
  'time',
  'date-time',
  'duration',
]);

/** Whether values of the type have an order, so that `<` can be asked of them. */
export function isOrdered({ kind }: StaticType): boolean {
  return ORDERED.has(kind);
}

/** The type of what is either of the one or of the other type. */
export function either(a: StaticType, b: StaticType): StaticType {
  if (a === b || b.kind === 'null') return a;
  if (a.kind === 'null') return b;
  if (a.kind === 'list' && b.kind === 'list') return listOf(either(a.items, b.items));
  if (a.kind === 'range' && b.kind === 'range') return rangeOf(either(a.of, b.of));
  if (a.kind === 'record' && b.kind === 'record') {
    const fields: { [name: string]: StaticType } = { ...a.fields };
    for (const [name, type] of Object.entries(b.fields)) fields[name] = either(fieldOf(a, name) ?? type, type);
    return { kind: 'record', fields };
  }
  if (isTextual(a) && isTextual(b)) return a.kind === 'option' ? b : a;
  return a.kind === b.kind && a.kind !== 'function' ? a : ANY;
}

export function eitherOf(types: readonly StaticType[]): StaticType {
  return types.reduce(either, types[0] ?? ANY);
}

/** The type of a record's field; undefined where it has none such. */
export function fieldOf(type: StaticType, name: string): StaticType | undefined {
  const properties = type.kind === 'file' || type.kind === 'record' ? propertiesOf(type) : {};
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** A record whose fields nobody knows. */
export function isOpenRecord(type: StaticType): boolean {
  return type.kind === 'record' && Object.keys(type.fields).length === 0;
}

/** What the outside may know of a type: ranges and functions live inside expressions only. */
export function outsideType(type: StaticType): ValueType {
  switch (type.kind) {
    case 'list':
      return { kind: 'list', items: outsideType(type.items) };
    case 'record':
      return {
        kind: 'record',
        fields: Object.fromEntries(Object.entries(type.fields).map(([name, of]) => [name, outsideType(of)])),
      };
    case 'range':
    case 'function':
      return { kind: 'any' };
    default:
      return type;
  }
}

/** What a type is called in a message. */
export function typeName(type: StaticType): string {
  switch (type.kind) {
    case 'text':
      return 'a text';
    case 'option':
      return 'an option';
    case 'number':
      return 'a number';
    case 'money':
      return 'an amount of money';
    case 'boolean':
      return 'yes or no';
    case 'date':
      return 'a date';
    case 'time':
      return 'a time';
    case 'date-time':
      return 'a date and time';
    case 'duration':
      return 'a duration';
    case 'file':
      return 'a file';
    case 'list':
      return 'a list';
    case 'record':
      return 'a record';
    case 'range':
      return 'a range';
    case 'function':
      return 'a function';
    case 'any':
      return 'any value';
    case 'null':
      return 'nothing';
    default:
      return assertNever(type);
  }
}
