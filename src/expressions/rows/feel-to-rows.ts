import type { Json } from '#prelude/json.ts';
import { type Comparator, comparatorsFor, operandType } from '../comparators.ts';
import type { Expression } from '../expression.ts';
import type { CallNode, CompareNode, CompareOperator, InNode, Node } from '../syntax/node.ts';
import { fits } from '../types/type-relations.ts';
import type { Scope, ValueType } from '../value-type.ts';
import { valueOfLiteral } from './literals.ts';
import { type Row, type RowGroup, typeOfVariable } from './row.ts';

/** The rule rows that an expression could have been written by; undefined where rows cannot tell it. */
export function feelToRows(expression: Expression, scope: Scope): RowGroup | undefined {
  const { root } = expression;
  if (root.kind === 'boolean') return { match: root.value ? 'all' : 'any', rows: [] };
  if (root.kind === 'logic') return groupOf(root, scope);
  const row = rowOf(root, scope);
  return row && { match: 'all', rows: [row] };
}

function groupOf(node: Node & { readonly kind: 'logic' }, scope: Scope): RowGroup | undefined {
  const rows: (Row | RowGroup)[] = [];
  for (const operand of node.operands) {
    const row = operand.kind === 'logic' ? groupOf(operand, scope) : rowOf(operand, scope);
    if (!row) return undefined;
    rows.push(row);
  }
  return { match: node.operator === 'and' ? 'all' : 'any', rows };
}

function rowOf(node: Node, scope: Scope): Row | undefined {
  switch (node.kind) {
    case 'compare':
      return rowOfComparison(node, scope);
    case 'between':
      return rowOfMany(node.value, 'between', [node.low, node.high], scope);
    case 'in':
      return rowOfChoice(node, 'in-list', scope);
    case 'call':
      return rowOfCall(node, scope);
    case 'name':
    case 'path':
      return row(node, 'equals', { kind: 'boolean', value: true, from: node.from, to: node.to }, scope, 'boolean');
    default:
      return undefined;
  }
}

/** The text of a variable or of a field of one. */
function variableOf(node: Node | undefined): string | undefined {
  if (node?.kind === 'name') return node.name;
  if (node?.kind !== 'path') return undefined;
  const of = variableOf(node.of);
  return of === undefined ? undefined : `${of}.${node.field.name}`;
}

const COMPARATOR_OF: { readonly [operator in CompareOperator]: Comparator } = {
  '=': 'equals',
  '!=': 'is-not',
  '<': 'less-than',
  '<=': 'at-most',
  '>': 'more-than',
  '>=': 'at-least',
};
const MIRRORED: { readonly [operator in CompareOperator]: CompareOperator } = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function rowOfComparison({ operator, left, right }: CompareNode, scope: Scope): Row | undefined {
  if (variableOf(left) === undefined && variableOf(right) !== undefined) {
    return row(right, COMPARATOR_OF[MIRRORED[operator]], left, scope);
  }
  if (right.kind === 'null' && (operator === '=' || operator === '!=')) {
    return row(left, operator === '=' ? 'is-not-set' : 'is-set', undefined, scope);
  }
  if (left.kind === 'call' && right.kind === 'number' && right.value === 0 && (operator === '=' || operator === '>')) {
    const [list] = argumentsOf(left, 'count', 1) ?? [];
    return row(list, operator === '=' ? 'is-empty' : 'is-not-empty', undefined, scope);
  }
  return row(left, COMPARATOR_OF[operator], right, scope);
}

const COMPARATOR_OF_FUNCTION: { readonly [name: string]: Comparator } = {
  contains: 'contains',
  'starts with': 'starts-with',
  'ends with': 'ends-with',
  'list contains': 'has',
};
const OPPOSITE: { readonly [comparator: string]: Comparator } = { contains: 'contains-not', has: 'has-not' };

function rowOfCall(node: CallNode, scope: Scope): Row | undefined {
  const [negated] = argumentsOf(node, 'not', 1) ?? [];
  if (negated?.kind === 'in') return rowOfChoice(negated, 'not-in-list', scope);
  if (negated) {
    const inner = negated.kind === 'call' ? rowOfCall(negated, scope) : undefined;
    const comparator = inner && OPPOSITE[inner.comparator];
    return comparator && { ...inner, comparator };
  }
  for (const [name, comparator] of Object.entries(COMPARATOR_OF_FUNCTION)) {
    const [variable, value] = argumentsOf(node, name, 2) ?? [];
    if (variable && value) return row(variable, comparator, value, scope);
  }
  return undefined;
}

function argumentsOf({ callee, args }: CallNode, name: string, count: number): readonly Node[] | undefined {
  const called = callee.kind === 'name' && callee.name === name && args.kind === 'positional';
  return called && args.values.length === count ? args.values : undefined;
}

/** `x in (a, b)` and `x in [a, b]`. */
function rowOfChoice({ value, tests }: InNode, comparator: Comparator, scope: Scope): Row | undefined {
  const [only] = tests;
  return rowOfMany(value, comparator, tests.length === 1 && only?.kind === 'list' ? only.items : tests, scope);
}

function rowOfMany(left: Node, comparator: Comparator, nodes: readonly Node[], scope: Scope): Row | undefined {
  const found = offered(left, comparator, scope);
  if (!found) return undefined;
  const values: Json[] = [];
  for (const node of nodes) {
    const value = valueOfLiteral(node, found.type);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return { variable: found.variable, comparator, value: values };
}

/** The row, if the variable's type offers the comparator and takes the value. */
function row(
  left: Node | undefined,
  comparator: Comparator,
  right: Node | undefined,
  scope: Scope,
  only?: ValueType['kind'],
): Row | undefined {
  const found = offered(left, comparator, scope);
  if (!found || (only && found.type.kind !== only)) return undefined;
  const { variable, type } = found;
  if (!right) return { variable, comparator };
  const other = variableOf(right);
  if (other !== undefined) {
    const otherType = typeOfVariable(other, scope);
    return otherType && fits(otherType, type) ? { variable, comparator, other } : undefined;
  }
  const value = valueOfLiteral(right, type);
  return value === undefined ? undefined : { variable, comparator, value };
}

function offered(left: Node | undefined, comparator: Comparator, scope: Scope) {
  const variable = variableOf(left);
  const type = variable === undefined ? undefined : typeOfVariable(variable, scope);
  if (variable === undefined || !type || !comparatorsFor(type).includes(comparator)) return undefined;
  return { variable, type: operandType(type) };
}
