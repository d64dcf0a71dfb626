import type { ValueType } from '#expressions/value-type.ts';
import type { VariableShape } from './interaction.ts';

/** What a variable of this type declares in a file; undefined for types that no variable has. */
export function shapeOf(type: ValueType): VariableShape | undefined {
  if (type.kind === 'any' || type.kind === 'null') return undefined;
  if (type.kind === 'list') {
    const items = shapeOf(type.items);
    return items ? { type: 'list', items } : { type: 'list' };
  }
  if (type.kind === 'record') {
    const fields = Object.entries(type.fields).flatMap(([name, field]) => {
      const shape = shapeOf(field);
      return shape ? [[name, shape] as const] : [];
    });
    return { type: 'record', fields: Object.fromEntries(fields) };
  }
  return { type: type.kind };
}

/** The type that a declaration in a file stands for. */
export function typeOf(shape: VariableShape): ValueType {
  if (shape.type === 'list') return { kind: 'list', items: shape.items ? typeOf(shape.items) : { kind: 'any' } };
  if (shape.type === 'record') {
    const fields = Object.entries(shape.fields ?? {}).map(([name, field]) => [name, typeOf(field)] as const);
    return { kind: 'record', fields: Object.fromEntries(fields) };
  }
  return { kind: shape.type };
}

/** Whether a declaration stands for exactly this type. */
export function declares(shape: VariableShape, type: ValueType): boolean {
  return sameType(typeOf(shape), type);
}

function sameType(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'list') return b.kind === 'list' && sameType(a.items, b.items);
  if (a.kind !== 'record') return a.kind === b.kind;
  if (b.kind !== 'record') return false;
  const names = Object.keys(a.fields);
  return (
    names.length === Object.keys(b.fields).length &&
    names.every((name) => {
      const own = a.fields[name];
      const other = Object.hasOwn(b.fields, name) ? b.fields[name] : undefined;
      return own !== undefined && other !== undefined && sameType(own, other);
    })
  );
}

/** A type in a few words: `list of option`. */
export function typeWords(type: ValueType): string {
  if (type.kind === 'list') return type.items.kind === 'any' ? 'list' : `list of ${typeWords(type.items)}`;
  return type.kind;
}
