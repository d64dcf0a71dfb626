import type { Json } from '#prelude/json.ts';
import { type Comparator, comparatorsFor, operandType } from '../comparators.ts';
import type { Expression } from '../expression.ts';
import { someNode } from '../syntax/child-nodes.ts';
import type { CallNode, CompareNode, CompareOperator, InNode, Node, RangeNode } from '../syntax/node.ts';
import { fits } from '../types/type-relations.ts';
import type { Scope, ValueType } from '../value-type.ts';
import { valueOfLiteral } from './literals.ts';
import { isRowGroup, type Row, type RowGroup, typeOfVariable } from './row.ts';

type Found = Row | RowGroup | undefined;

/** The rule rows that an expression could have been written by; undefined where rows cannot tell it. */
export function feelToRows(expression: Expression, scope: Scope): RowGroup | undefined {
  const found = new RowReader(scope).read(expression.root);
  return found && (isRowGroup(found) ? found : { match: 'all', rows: [found] });
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
const COMPARATOR_OF_FUNCTION: { readonly [name: string]: Comparator } = {
  contains: 'contains',
  'starts with': 'starts-with',
  'ends with': 'ends-with',
  matches: 'matches',
  'list contains': 'has',
};
/** What holds where the other does not, of unset values too. */
const OPPOSITE: { readonly [comparator: string]: Comparator } = {
  equals: 'is-not',
  'is-not': 'equals',
  'less-than': 'at-least',
  'at-least': 'less-than',
  'more-than': 'at-most',
  'at-most': 'more-than',
  contains: 'contains-not',
  has: 'has-not',
  'is-set': 'is-not-set',
  'is-not-set': 'is-set',
};

class RowReader {
  readonly scope: Scope;
  /** What `?` stands for inside the tests of an `in`. */
  readonly input: Node | undefined;

  constructor(scope: Scope, input?: Node) {
    this.scope = scope;
    this.input = input;
  }

  read(node: Node): Found {
    switch (node.kind) {
      case 'boolean':
        return { match: node.value ? 'all' : 'any', rows: [] };
      case 'logic':
        return groupOf(
          node.operator === 'and' ? 'all' : 'any',
          node.operands.map((operand) => this.read(operand)),
        );
      case 'compare':
        return this.comparison(node);
      case 'between':
        return this.many(node.value, 'between', [node.low, node.high]);
      case 'in':
        return this.choice(node);
      case 'call':
        return this.call(node);
      case 'name':
      case 'path':
        return this.row(node, 'equals', { kind: 'boolean', value: true, from: node.from, to: node.to }, 'boolean');
      default:
        return undefined;
    }
  }

  /** The text of a variable or of a field of one. */
  private variableOf(node: Node | undefined): string | undefined {
    if (node?.kind === 'name') return node.name;
    if (node?.kind === 'input' && this.input) return this.variableOf(this.input);
    if (node?.kind !== 'path') return undefined;
    const of = this.variableOf(node.of);
    return of === undefined ? undefined : `${of}.${node.field.name}`;
  }

  private comparison({ operator, left, right }: CompareNode): Found {
    if (this.variableOf(left) === undefined && this.variableOf(right) !== undefined) {
      return this.row(right, COMPARATOR_OF[MIRRORED[operator]], left);
    }
    if (left.kind === 'call' && right.kind === 'number' && right.value === 0) {
      const [list] = argumentsOf(left, 'count', 1) ?? [];
      if (operator === '=') return this.row(list, 'is-empty');
      return operator === '>' ? this.row(list, 'is-not-empty') : undefined;
    }
    return this.against(left, operator, right);
  }

  private against(left: Node, operator: CompareOperator, right: Node): Found {
    if (right.kind === 'null' && operator === '=') return this.row(left, 'is-not-set');
    if (right.kind === 'null' && operator === '!=') return this.row(left, 'is-set');
    return this.row(left, COMPARATOR_OF[operator], right);
  }

  private call(node: CallNode): Found {
    const [negated] = argumentsOf(node, 'not', 1) ?? [];
    if (negated) return this.negation(negated);
    for (const [name, comparator] of Object.entries(COMPARATOR_OF_FUNCTION)) {
      const [variable, value] = argumentsOf(node, name, 2) ?? [];
      if (variable && value) return this.row(variable, comparator, value);
    }
    return undefined;
  }

  private negation(negated: Node): Found {
    const listed = negated.kind === 'in' ? this.many(negated.value, 'not-in-list', itemsOf(negated)) : undefined;
    if (listed) return listed;
    const inner = this.read(negated);
    const comparator = inner && !isRowGroup(inner) ? OPPOSITE[inner.comparator] : undefined;
    return inner && comparator && { ...inner, comparator };
  }

  /** `x in [a, b]`, `x in (a, b)`, `x in (< 5, [7..9])`. */
  private choice(node: InNode): Found {
    const { value, tests } = node;
    const [only] = tests;
    if (only && tests.length === 1 && only.kind !== 'list') return this.test(value, only);
    const listed = this.many(value, 'in-list', itemsOf(node));
    if (listed || only?.kind === 'list') return listed;
    return groupOf(
      'any',
      tests.map((test) => this.test(value, test)),
    );
  }

  private test(value: Node, test: Node): Found {
    if (test.kind === 'unary-test') return this.against(value, test.operator, test.endpoint);
    if (test.kind === 'range') return this.range(value, test);
    if (test.kind === 'list') return this.many(value, 'in-list', test.items);
    if (someNode(test, ({ kind }) => kind === 'input')) return new RowReader(this.scope, value).read(test);
    return this.mayBeList(test) ? undefined : this.against(value, '=', test);
  }

  /** A list in a test means any of its items. */
  private mayBeList(test: Node): boolean {
    const other = this.variableOf(test);
    const type = other === undefined ? undefined : typeOfVariable(other, this.scope);
    return type?.kind === 'any';
  }

  private range(value: Node, range: RangeNode): Found {
    const { start, end, startIncluded, endIncluded } = range;
    if (startIncluded && endIncluded) return this.many(value, 'between', [start, end]);
    return groupOf('all', [
      this.row(value, startIncluded ? 'at-least' : 'more-than', start),
      this.row(value, endIncluded ? 'at-most' : 'less-than', end),
    ]);
  }

  private many(left: Node, comparator: Comparator, nodes: readonly Node[]): Found {
    const found = this.offered(left, comparator);
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
  private row(left: Node | undefined, comparator: Comparator, right?: Node, only?: ValueType['kind']): Found {
    const found = this.offered(left, comparator);
    if (!found || (only && found.type.kind !== only)) return undefined;
    const { variable, type } = found;
    if (!right) return { variable, comparator };
    const other = this.variableOf(right);
    if (other !== undefined) {
      const otherType = typeOfVariable(other, this.scope);
      return otherType && fits(otherType, type) ? { variable, comparator, other } : undefined;
    }
    const value = valueOfLiteral(right, type);
    return value === undefined ? undefined : { variable, comparator, value };
  }

  private offered(left: Node | undefined, comparator: Comparator) {
    const variable = this.variableOf(left);
    const type = variable === undefined ? undefined : typeOfVariable(variable, this.scope);
    if (variable === undefined || !type || !comparatorsFor(type).includes(comparator)) return undefined;
    return { variable, type: operandType(type) };
  }
}

function groupOf(match: RowGroup['match'], found: readonly Found[]): RowGroup | undefined {
  const rows = found.filter((each) => each !== undefined);
  return rows.length === found.length ? { match, rows } : undefined;
}

/** What is listed in `x in [a, b]` or `x in (a, b)`. */
function itemsOf({ tests }: InNode): readonly Node[] {
  const [only] = tests;
  return tests.length === 1 && only?.kind === 'list' ? only.items : tests;
}

function argumentsOf({ callee, args }: CallNode, name: string, count: number): readonly Node[] | undefined {
  const called = callee.kind === 'name' && callee.name === name && args.kind === 'positional';
  return called && args.values.length === count ? args.values : undefined;
}
