import type { ValueType } from '#expressions/value-type.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** How a variable of a type is declared in a file. */
export function declaration(type: ValueType, label: string): JsonObject {
  return { ...shape(type), label };
}

function shape(type: ValueType): JsonObject {
  switch (type.kind) {
    case 'list':
      return isOpen(type.items) ? { type: 'list' } : { type: 'list', items: shape(type.items) };
    case 'record': {
      const fields: { [name: string]: Json } = {};
      for (const [name, field] of Object.entries(type.fields)) if (!isOpen(field)) fields[name] = shape(field);
      return Object.keys(fields).length === 0 ? { type: 'record' } : { type: 'record', fields };
    }
    case 'any':
    case 'null':
      return { type: 'text' };
    default:
      return { type: type.kind };
  }
}

/** Nobody knows what it will hold. */
function isOpen({ kind }: ValueType): boolean {
  return kind === 'any' || kind === 'null';
}
