import { compileTypeTest } from '../compile/instance-of.ts';
import { normalName } from '../syntax/names.ts';
import type { ForNode, FunctionNode, Iterator, QuantifiedNode, TypeNode } from '../syntax/node.ts';
import type { Checker } from './checker.ts';
import {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  DURATION,
  listOf,
  MONEY,
  NULL,
  NUMBER,
  rangeOf,
  type StaticType,
  TEXT,
  TIME,
} from './static-type.ts';
import { either, fits, typeName } from './type-relations.ts';

export function checkFor(node: ForNode, checker: Checker): StaticType {
  const inner = checkIterators(node.iterators, checker);
  return listOf(inner.within([{ kind: 'bound', name: 'partial', type: listOf(ANY) }]).typeOf(node.body));
}

export function checkQuantified(node: QuantifiedNode, checker: Checker): StaticType {
  const condition = checkIterators(node.iterators, checker).typeOf(node.condition);
  if (!fits(condition, BOOLEAN)) {
    checker.problem('expression.wrong-type', node.condition, `A condition is needed here, not ${typeName(condition)}.`);
  }
  return BOOLEAN;
}

function checkIterators(iterators: readonly Iterator[], checker: Checker): Checker {
  let inner = checker;
  for (const iterator of iterators) {
    const type = itemType(iterator, inner);
    inner = inner.within([{ kind: 'bound', name: normalName(iterator.name), type }]);
  }
  return inner;
}

function itemType({ source, end }: Iterator, checker: Checker): StaticType {
  const type = checker.typeOf(source);
  if (end) {
    const items = either(type, checker.typeOf(end));
    if (!fits(items, NUMBER) && !fits(items, DATE)) {
      checker.problem(
        'expression.wrong-type',
        { from: source.from, to: end.to },
        'Only whole numbers and dates can be counted.',
      );
    }
    return items;
  }
  if (type.kind === 'list') return type.items;
  return type.kind === 'range' ? type.of : type;
}

export function checkFunction(node: FunctionNode, checker: Checker): StaticType {
  const bindings = node.parameters.map(({ name, type }) => {
    if (type && !compileTypeTest(type)) checker.problem('expression.unknown-type', type, 'There is no such type.');
    return { kind: 'bound', name: normalName(name), type: type ? declaredType(type) : ANY } as const;
  });
  if (node.external) {
    checker.problem('expression.unknown-function', node, 'Functions of other languages cannot be used.');
    return { kind: 'function', parameters: bindings.map(({ name }) => name), result: ANY };
  }
  const result = checker.within(bindings).typeOf(node.body);
  return { kind: 'function', parameters: bindings.map(({ name }) => name), result };
}

const TYPES_BY_NAME: { readonly [name: string]: StaticType } = {
  number: NUMBER,
  string: TEXT,
  boolean: BOOLEAN,
  date: DATE,
  time: TIME,
  'date and time': DATE_TIME,
  'days and time duration': DURATION,
  'years and months duration': DURATION,
  money: MONEY,
  Null: NULL,
};

/** The static type of a type that an expression writes out. */
function declaredType(type: TypeNode): StaticType {
  switch (type.kind) {
    case 'named':
      return (Object.hasOwn(TYPES_BY_NAME, type.name) ? TYPES_BY_NAME[type.name] : undefined) ?? ANY;
    case 'list':
      return listOf(declaredType(type.of));
    case 'range':
      return rangeOf(declaredType(type.of));
    case 'context':
      return {
        kind: 'record',
        fields: Object.fromEntries(type.fields.map((field) => [field.name, declaredType(field.type)])),
      };
    case 'function':
      return {
        kind: 'function',
        parameters: type.parameters.map((_, i) => `parameter ${i + 1}`),
        result: declaredType(type.result),
      };
  }
}
