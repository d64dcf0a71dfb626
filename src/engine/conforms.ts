import type { ValueType } from '#expressions/value-type.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';

const TEXTS: { readonly [kind: string]: RegExp } = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}:\d{2}/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/,
  duration: /^-?P/,
};

/** Whether a JSON value can be a value of the type. */
export function conforms(value: Json, type: ValueType): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'null':
      return value === null;
    case 'number':
    case 'boolean':
      return typeof value === type.kind;
    case 'text':
    case 'option':
      return typeof value === 'string';
    case 'date':
    case 'time':
    case 'date-time':
    case 'duration':
      return typeof value === 'string' && TEXTS[type.kind]?.test(value) === true;
    case 'money':
      return isJsonObject(value) && typeof value.amount === 'string' && typeof value.currency === 'string';
    case 'file':
      return isJsonObject(value) && typeof value.id === 'string';
    case 'list':
      return Array.isArray(value) && value.every((item: Json) => conforms(item, type.items));
    case 'record':
      return (
        isJsonObject(value) &&
        Object.entries(value).every(([key, member]) => {
          const field = type.fields[key];
          return member === undefined || (field !== undefined && conforms(member, field));
        })
      );
  }
}
