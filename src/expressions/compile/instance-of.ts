import { assertNever } from '#prelude/assert-never.ts';
import type { InstanceOfNode, TypeNode } from '../syntax/node.ts';
import type { Meter } from '../values/meter.ts';
import { entryOf, isContext, isList, kindOf, Range, type Value, type ValueKind } from '../values/value.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate } from './run.ts';

/** Whether a value is of a type. */
type TypeTest = (value: Value, meter: Meter) => boolean;

export function compileInstanceOf(node: InstanceOfNode, compiler: Compiler): Evaluate {
  const value = compiler.compile(node.value);
  const test = compileTypeTest(node.type);
  if (!test) {
    return (run) => run.fail('expression.unknown-type', node.type, 'There is no such type.');
  }
  return (run) => test(value(run), run);
}

/** The kinds of values that a type's name covers. */
const KINDS_OF_TYPE: { readonly [name: string]: readonly ValueKind[] } = {
  number: ['number'],
  string: ['text'],
  boolean: ['boolean'],
  date: ['date'],
  time: ['time'],
  'date and time': ['date-time'],
  'days and time duration': ['days-duration'],
  'years and months duration': ['months-duration'],
  list: ['list'],
  context: ['context'],
  range: ['range'],
  function: ['function'],
  money: ['money'],
  Null: ['null'],
};

/** The test for a type; undefined where the type does not exist. */
export function compileTypeTest(type: TypeNode): TypeTest | undefined {
  switch (type.kind) {
    case 'named': {
      if (type.name === 'Any') return (value) => value !== null;
      const kinds = Object.hasOwn(KINDS_OF_TYPE, type.name) ? KINDS_OF_TYPE[type.name] : undefined;
      return kinds && ((value) => kinds.includes(kindOf(value)));
    }
    case 'list': {
      const items = compileTypeTest(type.of);
      return (
        items &&
        ((value, meter) =>
          isList(value) &&
          value.every((item) => {
            meter.spend(1);
            return items(item, meter);
          }))
      );
    }
    case 'range': {
      const ends = compileTypeTest(type.of);
      return (
        ends &&
        ((value, meter) =>
          value instanceof Range && [value.start, value.end].every((end) => end === null || ends(end, meter)))
      );
    }
    case 'context': {
      const fields = type.fields.map(({ name, type: of }) => ({ name, test: compileTypeTest(of) }));
      if (fields.some(({ test }) => !test)) return undefined;
      return (value, meter) =>
        isContext(value) &&
        fields.every(
          ({ name, test }) =>
            Object.hasOwn(value, name) && (entryOf(value, name) === null || test?.(entryOf(value, name), meter)),
        );
    }
    case 'function':
      return (value) => kindOf(value) === 'function';
    default:
      return assertNever(type);
  }
}
