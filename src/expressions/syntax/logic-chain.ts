import type { SyntaxNode } from '@lezer/common';
import { invariant } from '#prelude/assert-never.ts';
import type { Node } from './node.ts';
import { childrenOf } from './reading.ts';

/**
 * The grammar lets what stands behind `in` reach too far: it reads `a in b and c` as `a in (b and c)`. Here the chain of
 * `and` and `or` is taken apart and put together again as it is meant, `(a in b) and c`.
 */
export interface LogicOperand {
  readonly node: SyntaxNode;
  /** The `in`s, from the outermost, whose test the operand is. */
  readonly openIns: readonly OpenIn[];
}

export interface OpenIn {
  readonly value: SyntaxNode;
  /** Given for `a in > b and c`. */
  readonly operator: SyntaxNode | undefined;
  /** The chain that the grammar took for the test. */
  readonly chain: SyntaxNode;
}

type LogicOperator = 'and' | 'or';

interface Chain {
  readonly operands: LogicOperand[];
  readonly operators: LogicOperator[];
}

function isLogic(node: SyntaxNode): boolean {
  return node.name === 'Conjunction' || node.name === 'Disjunction';
}

/** Whether the comparison is an `in` that reached too far. */
export function openInOf(node: SyntaxNode): OpenIn | undefined {
  if (node.name !== 'Comparison') return undefined;
  const [value, sign, test, more] = childrenOf(node);
  if (!value || sign?.name !== 'in' || test?.name !== 'PositiveUnaryTest' || more) return undefined;
  const [inner] = childrenOf(test);
  if (inner && isLogic(inner)) return { value, operator: undefined, chain: inner };
  if (inner?.name !== 'SimplePositiveUnaryTest') return undefined;
  const [operator, endpoint] = childrenOf(inner);
  return operator && endpoint && isLogic(endpoint) ? { value, operator, chain: endpoint } : undefined;
}

/** All operands and operators of a chain, as they stand from left to right. */
export function logicChain(node: SyntaxNode): Chain {
  const chain: Chain = { operands: [], operators: [] };
  collect(node, [], chain);
  return chain;
}

function collect(node: SyntaxNode, openIns: readonly OpenIn[], chain: Chain): void {
  // A long chain leans to the left: it is descended in a loop.
  const rest: { operator: LogicOperator; right: SyntaxNode }[] = [];
  let left = node;
  while (isLogic(left)) {
    const parts = childrenOf(left);
    const [next, , right] = parts;
    invariant(next && right, 'and, or have two sides');
    rest.push({ operator: left.name === 'Conjunction' ? 'and' : 'or', right });
    left = next;
  }
  const open = openInOf(left);
  if (open) collect(open.chain, [...openIns, open], chain);
  else chain.operands.push({ node: left, openIns });
  for (const { operator, right } of rest.reverse()) {
    chain.operators.push(operator);
    collect(right, [], chain);
  }
}

/** Puts a chain together: `and` binds more tightly than `or`. */
export function joinByRank(operands: readonly Node[], operators: readonly LogicOperator[]): Node {
  const groups: Node[][] = [];
  for (const [index, operand] of operands.entries()) {
    if (index > 0 && operators[index - 1] === 'and') groups.at(-1)?.push(operand);
    else groups.push([operand]);
  }
  return joined(
    'or',
    groups.map((group) => joined('and', group)),
  );
}

function joined(operator: LogicOperator, operands: readonly Node[]): Node {
  const [first] = operands;
  const last = operands.at(-1);
  invariant(first && last, 'a chain has operands');
  return operands.length === 1 ? first : { kind: 'logic', operator, operands, from: first.from, to: last.to };
}
