import type { Span } from '../errors.ts';

/** The tree of an expression, in our own words: everything that works on expressions reads this, never the grammar's tree. */
export type Node =
  | NumberNode
  | TextNode
  | BooleanNode
  | NullNode
  | AtNode
  | NameNode
  | InputNode
  | PathNode
  | FilterNode
  | CallNode
  | NegateNode
  | ArithmeticNode
  | CompareNode
  | BetweenNode
  | InNode
  | LogicNode
  | IfNode
  | ForNode
  | QuantifiedNode
  | InstanceOfNode
  | ListNode
  | ContextNode
  | RangeNode
  | UnaryTestNode
  | FunctionNode;

interface NumberNode extends Span {
  readonly kind: 'number';
  readonly value: number;
}
interface TextNode extends Span {
  readonly kind: 'text';
  readonly value: string;
}
interface BooleanNode extends Span {
  readonly kind: 'boolean';
  readonly value: boolean;
}
interface NullNode extends Span {
  readonly kind: 'null';
}
/** `@"2026-01-31"`: a date, time, date and time or duration by the look of its text. */
export interface AtNode extends Span {
  readonly kind: 'at';
  readonly text: string;
}
export interface NameNode extends Span {
  readonly kind: 'name';
  readonly name: string;
}
/** `?`, the value that a unary test is about. */
export interface InputNode extends Span {
  readonly kind: 'input';
}
export interface PathNode extends Span {
  readonly kind: 'path';
  readonly of: Node;
  readonly field: NameNode;
}
export interface FilterNode extends Span {
  readonly kind: 'filter';
  readonly of: Node;
  readonly predicate: Node;
}
interface NamedArgument extends Span {
  readonly name: string;
  readonly value: Node;
}
export interface CallNode extends Span {
  readonly kind: 'call';
  readonly callee: Node;
  readonly args:
    | { readonly kind: 'positional'; readonly values: readonly Node[] }
    | { readonly kind: 'named'; readonly values: readonly NamedArgument[] };
}
export interface NegateNode extends Span {
  readonly kind: 'negate';
  readonly of: Node;
}
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
/** A chain of operators of one rank, read from left to right: long sums stay flat, so that nothing recurses deeply. */
export interface ArithmeticNode extends Span {
  readonly kind: 'arithmetic';
  readonly first: Node;
  readonly rest: readonly { readonly operator: ArithmeticOperator; readonly operand: Node }[];
}
export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export interface CompareNode extends Span {
  readonly kind: 'compare';
  readonly operator: CompareOperator;
  readonly left: Node;
  readonly right: Node;
}
export interface BetweenNode extends Span {
  readonly kind: 'between';
  readonly value: Node;
  readonly low: Node;
  readonly high: Node;
}
export interface InNode extends Span {
  readonly kind: 'in';
  readonly value: Node;
  readonly tests: readonly Node[];
}
/** A chain of `and` or of `or`. */
export interface LogicNode extends Span {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Node[];
}
export interface IfNode extends Span {
  readonly kind: 'if';
  readonly condition: Node;
  readonly yes: Node;
  readonly no: Node;
}
export interface Iterator extends Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly source: Node;
  /** Given for `in 1..10`: then `source` is its start. */
  readonly end?: Node;
}
export interface ForNode extends Span {
  readonly kind: 'for';
  readonly iterators: readonly Iterator[];
  readonly body: Node;
}
export interface QuantifiedNode extends Span {
  readonly kind: 'quantified';
  readonly quantifier: 'some' | 'every';
  readonly iterators: readonly Iterator[];
  readonly condition: Node;
}
export interface InstanceOfNode extends Span {
  readonly kind: 'instance-of';
  readonly value: Node;
  readonly type: TypeNode;
}
export interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly Node[];
}
export interface ContextEntry extends Span {
  readonly key: string;
  readonly value: Node;
}
export interface ContextNode extends Span {
  readonly kind: 'context';
  readonly entries: readonly ContextEntry[];
}
export interface RangeNode extends Span {
  readonly kind: 'range';
  readonly start: Node;
  readonly end: Node;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
}
/** `> 5` alone: a range without one of its ends, or in a unary test a comparison with the input. */
export interface UnaryTestNode extends Span {
  readonly kind: 'unary-test';
  readonly operator: CompareOperator;
  readonly endpoint: Node;
}
export interface FunctionParameter extends Span {
  readonly name: string;
  readonly type?: TypeNode;
}
export interface FunctionNode extends Span {
  readonly kind: 'function';
  readonly parameters: readonly FunctionParameter[];
  readonly body: Node;
  /** Functions of other languages are read but never run. */
  readonly external: boolean;
}

/** A type as it is written after `instance of` or beside a parameter. */
export type TypeNode =
  | (Span & { readonly kind: 'named'; readonly name: string })
  | (Span & { readonly kind: 'list' | 'range'; readonly of: TypeNode })
  | (Span & {
      readonly kind: 'context';
      readonly fields: readonly { readonly name: string; readonly type: TypeNode }[];
    })
  | (Span & { readonly kind: 'function'; readonly parameters: readonly TypeNode[]; readonly result: TypeNode });
