import type { SyntaxNode, Tree } from '@lezer/common';
import { invariant } from '#prelude/assert-never.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type ExpressionError, expressionError, type Span } from '../errors.ts';
import { textOfLiteral } from './literals.ts';
import { joinByRank, type LogicOperand, logicChain, type OpenIn, openInOf } from './logic-chain.ts';
import type {
  ArithmeticNode,
  ArithmeticOperator,
  CallNode,
  CompareOperator,
  ContextEntry,
  FunctionParameter,
  Iterator,
  NameNode,
  Node,
  RangeNode,
} from './node.ts';
import { readType } from './read-type.ts';
import { childrenOf, collapsed, type Reading, spanOf } from './reading.ts';

/** Turns the grammar's tree into ours; refuses what is nested too deeply, so that nothing after it needs to look. */
export function readTree(tree: Tree, source: string): Result<Node, ExpressionError> {
  const reading = new TreeReading(source);
  const top = childrenOf(tree.topNode)[0];
  invariant(top, 'a parsed expression has a top');
  const node = reading.node(top, 0);
  return reading.tooDeep ? fail(reading.tooDeep) : ok(node);
}

class TreeReading implements Reading {
  readonly source: string;
  tooDeep: ExpressionError | undefined;

  constructor(source: string) {
    this.source = source;
  }

  text(node: Span): string {
    return this.source.slice(node.from, node.to);
  }

  refuseDepth(at: SyntaxNode): void {
    this.tooDeep ??= expressionError(
      'expression.too-deep',
      spanOf(at),
      `The expression is nested more than ${LIMITS.expressionDepth} levels deep.`,
    );
  }

  node(node: SyntaxNode, depth: number): Node {
    const span = spanOf(node);
    if (depth > LIMITS.expressionDepth) {
      this.refuseDepth(node);
      return { kind: 'null', ...span };
    }
    const parts = childrenOf(node);
    const read = (part: SyntaxNode | undefined): Node => {
      invariant(part, `${node.name} is complete`);
      return this.node(part, depth + 1);
    };
    switch (node.name) {
      case 'NumericLiteral':
        return { kind: 'number', value: Number(this.text(node).replace(/\s+/g, '')), ...span };
      case 'StringLiteral':
        return { kind: 'text', value: textOfLiteral(this.text(node)), ...span };
      case 'BooleanLiteral':
        return { kind: 'boolean', value: this.text(node) === 'true', ...span };
      case 'null':
        return { kind: 'null', ...span };
      case '?':
        return { kind: 'input', ...span };
      case 'VariableName':
      case 'PathName':
      case 'SpecialFunctionName':
      case 'DateTimeConstructor':
        return this.name(node);
      case 'DateTimeLiteral':
        return parts[0]?.name === 'AtLiteral' ? this.at(parts[0]) : this.call(node, depth);
      case 'FunctionInvocation':
        return this.call(node, depth);
      case 'ParenthesizedExpression':
        return read(parts[1]);
      case 'PositiveUnaryTest':
        return read(parts[0]);
      case 'SimplePositiveUnaryTest':
        if (parts[0]?.name === 'Interval') return this.range(parts[0], depth);
        return { kind: 'unary-test', operator: this.compareOperator(parts[0]), endpoint: read(parts[1]), ...span };
      case 'Conjunction':
      case 'Disjunction':
        return this.logic(node, depth);
      case 'ArithmeticExpression':
        return parts.length === 2 ? this.signed(node, depth) : this.arithmetic(node, depth);
      case 'Comparison':
        return openInOf(node) ? this.logic(node, depth) : this.comparison(node, parts, depth);
      case 'InstanceOfExpression':
        invariant(parts[3], 'instance of has a type');
        return { kind: 'instance-of', value: read(parts[0]), type: readType(this, parts[3], depth + 1), ...span };
      case 'PathExpression':
        invariant(parts[2], 'a path has a name');
        return { kind: 'path', of: read(parts[0]), field: this.name(parts[2]), ...span };
      case 'FilterExpression':
        return { kind: 'filter', of: read(parts[0]), predicate: read(parts[2]), ...span };
      case 'IfExpression':
        return { kind: 'if', condition: read(parts[1]), yes: read(parts[3]), no: read(parts[5]), ...span };
      case 'ForExpression':
        return { kind: 'for', iterators: this.iterators(parts[1], depth), body: read(parts[3]), ...span };
      case 'QuantifiedExpression':
        return {
          kind: 'quantified',
          quantifier: parts[0]?.name === 'some' ? 'some' : 'every',
          iterators: this.iterators(parts[1], depth),
          condition: read(parts[3]),
          ...span,
        };
      case 'List':
        return { kind: 'list', items: this.between(parts).map(read), ...span };
      case 'Context':
        return { kind: 'context', entries: this.between(parts).map((entry) => this.entry(entry, depth)), ...span };
      case 'FunctionDefinition':
        return this.definition(node, parts, depth);
      default:
        throw new Error(`The grammar has an unknown node: ${node.name}`);
    }
  }

  private name(node: SyntaxNode): NameNode {
    return { kind: 'name', name: collapsed(this.text(node)), ...spanOf(node) };
  }

  private at(node: SyntaxNode): Node {
    return { kind: 'at', text: textOfLiteral(this.text(node).slice(1)), ...spanOf(node) };
  }

  private compareOperator(node: SyntaxNode | undefined): CompareOperator {
    const text = node ? this.text(node) : '';
    invariant(
      text === '=' || text === '!=' || text === '<' || text === '<=' || text === '>' || text === '>=',
      'a known comparison',
    );
    return text;
  }

  /** What stands between the brackets. */
  private between(parts: readonly SyntaxNode[]): readonly SyntaxNode[] {
    return parts.slice(1, -1);
  }

  private comparison(node: SyntaxNode, parts: readonly SyntaxNode[], depth: number): Node {
    const [left, operator, right, , last] = parts;
    invariant(left && operator && right, 'a comparison has two sides');
    const span = spanOf(node);
    const read = (part: SyntaxNode): Node => this.node(part, depth + 1);
    if (operator.name === 'between') {
      invariant(last, 'between has an upper bound');
      return { kind: 'between', value: read(left), low: read(right), high: read(last), ...span };
    }
    if (operator.name === 'in') {
      const tests =
        right.name === '(' ? childrenOf(node).filter((part) => part.name === 'PositiveUnaryTests') : [right];
      const all = tests.flatMap((test) => (test.name === 'PositiveUnaryTests' ? childrenOf(test) : [test]));
      return { kind: 'in', value: read(left), tests: all.map(read), ...span };
    }
    return { kind: 'compare', operator: this.compareOperator(operator), left: read(left), right: read(right), ...span };
  }

  private logic(node: SyntaxNode, depth: number): Node {
    const { operands, operators } = logicChain(node);
    return joinByRank(
      operands.map((operand) => this.operand(operand, depth + 1)),
      operators,
    );
  }

  private operand({ node, openIns }: LogicOperand, depth: number): Node {
    return openIns.reduceRight<Node>((test, open) => this.openIn(open, test, depth), this.node(node, depth));
  }

  /** The `in` whose last part the grammar took too much for: `test` is what really belongs to it. */
  private openIn({ value, operator }: OpenIn, test: Node, depth: number): Node {
    const span = { from: value.from, to: test.to };
    const wholeTest: Node = operator
      ? {
          kind: 'unary-test',
          operator: this.compareOperator(operator),
          endpoint: test,
          from: operator.from,
          to: test.to,
        }
      : test;
    return { kind: 'in', value: this.node(value, depth + 1), tests: [wholeTest], ...span };
  }

  private arithmetic(node: SyntaxNode, depth: number): ArithmeticNode {
    const rank = RANKS[this.operator(node)];
    const rest: { operator: ArithmeticOperator; operand: SyntaxNode }[] = [];
    let left: SyntaxNode = node;
    while (left.name === 'ArithmeticExpression') {
      const [next, , operand] = childrenOf(left);
      if (!next || !operand || RANKS[this.operator(left)] !== rank) break;
      rest.push({ operator: this.operator(left), operand });
      left = next;
    }
    return {
      kind: 'arithmetic',
      first: this.node(left, depth + 1),
      rest: rest.reverse().map(({ operator, operand }) => ({ operator, operand: this.node(operand, depth + 1) })),
      ...spanOf(node),
    };
  }

  private operator(node: SyntaxNode): ArithmeticOperator {
    const sign = childrenOf(node)[1];
    const text = sign ? this.text(sign) : '';
    if (text === '^') return '**';
    return text === '+' || text === '-' || text === '*' || text === '/' ? text : '**';
  }

  private signed(node: SyntaxNode, depth: number): Node {
    const [sign, operand] = childrenOf(node);
    invariant(sign && operand, 'a sign has an operand');
    const of = this.node(operand, depth + 1);
    return this.text(sign) === '-' ? { kind: 'negate', of, ...spanOf(node) } : of;
  }

  private range(node: SyntaxNode, depth: number): RangeNode {
    const [open, start, , end, close] = childrenOf(node);
    invariant(open && start && end && close, 'a range has two ends');
    return {
      kind: 'range',
      start: this.node(start, depth + 1),
      end: this.node(end, depth + 1),
      startIncluded: open.name === '[',
      endIncluded: close.name === ']',
      ...spanOf(node),
    };
  }

  private call(node: SyntaxNode, depth: number): CallNode {
    const [callee, , list] = childrenOf(node);
    invariant(callee && list, 'a call has arguments');
    const args = childrenOf(list);
    return {
      kind: 'call',
      callee: this.node(callee, depth + 1),
      args:
        list.name === 'NamedParameters'
          ? { kind: 'named', values: args.map((arg) => this.namedArgument(arg, depth)) }
          : { kind: 'positional', values: args.map((arg) => this.node(arg, depth + 1)) },
      ...spanOf(node),
    };
  }

  private namedArgument(node: SyntaxNode, depth: number) {
    const [name, value] = childrenOf(node);
    invariant(name && value, 'a named argument has a value');
    return { name: collapsed(this.text(name)), value: this.node(value, depth + 1), ...spanOf(node) };
  }

  private iterators(node: SyntaxNode | undefined, depth: number): readonly Iterator[] {
    return (node ? childrenOf(node) : []).map((part) => {
      const [name, , context] = childrenOf(part);
      invariant(name && context, 'an iterator has a source');
      const [source, , end] = childrenOf(context);
      invariant(source, 'an iterator has a source');
      return {
        name: collapsed(this.text(name)),
        source: this.node(source, depth + 1),
        ...(end && { end: this.node(end, depth + 1) }),
        ...spanOf(name),
      };
    });
  }

  private entry(node: SyntaxNode, depth: number): ContextEntry {
    const [key, value] = childrenOf(node);
    invariant(key && value, 'an entry has a key and a value');
    const quoted = childrenOf(key)[0]?.name === 'StringLiteral';
    return {
      key: quoted ? textOfLiteral(this.text(key)) : collapsed(this.text(key)),
      value: this.node(value, depth + 1),
      ...spanOf(key),
    };
  }

  private definition(node: SyntaxNode, parts: readonly SyntaxNode[], depth: number): Node {
    const formal = parts.find((part) => part.name === 'FormalParameters');
    const body = parts.find((part) => part.name === 'FunctionBody');
    const inner = body && childrenOf(body)[0];
    invariant(formal && inner, 'a function has parameters and a body');
    const parameters: FunctionParameter[] = childrenOf(formal).map((part) => {
      const [name, type] = childrenOf(part);
      invariant(name, 'a parameter has a name');
      return {
        name: collapsed(this.text(name)),
        ...(type && { type: readType(this, type, depth + 1) }),
        ...spanOf(name),
      };
    });
    const external = parts.some((part) => part.name === 'external');
    return { kind: 'function', parameters, body: this.node(inner, depth + 1), external, ...spanOf(node) };
  }
}

const RANKS: { readonly [operator in ArithmeticOperator]: number } = { '+': 1, '-': 1, '*': 2, '/': 2, '**': 3 };
