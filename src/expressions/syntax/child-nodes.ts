import { assertNever } from '#prelude/assert-never.ts';
import type { Iterator, Node } from './node.ts';

/** The expressions directly inside an expression, in the order in which they stand. */
export function childNodes(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'null':
    case 'at':
    case 'name':
    case 'input':
      return [];
    case 'path':
    case 'negate':
      return [node.of];
    case 'filter':
      return [node.of, node.predicate];
    case 'call': {
      const { args } = node;
      return [node.callee, ...(args.kind === 'named' ? args.values.map(({ value }) => value) : args.values)];
    }
    case 'arithmetic':
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case 'compare':
      return [node.left, node.right];
    case 'between':
      return [node.value, node.low, node.high];
    case 'in':
      return [node.value, ...node.tests];
    case 'logic':
      return node.operands;
    case 'if':
      return [node.condition, node.yes, node.no];
    case 'for':
      return [...sources(node.iterators), node.body];
    case 'quantified':
      return [...sources(node.iterators), node.condition];
    case 'instance-of':
      return [node.value];
    case 'list':
      return node.items;
    case 'context':
      return node.entries.map(({ value }) => value);
    case 'range':
      return [node.start, node.end];
    case 'unary-test':
      return [node.endpoint];
    case 'function':
      return [node.body];
    default:
      return assertNever(node);
  }
}

function sources(iterators: readonly Iterator[]): readonly Node[] {
  return iterators.flatMap(({ source, end }) => (end ? [source, end] : [source]));
}

/** Whether the expression or anything inside it is what is looked for. */
export function someNode(node: Node, found: (node: Node) => boolean): boolean {
  return found(node) || childNodes(node).some((child) => someNode(child, found));
}

/** The number of nodes of an expression: what one evaluation of it costs at most, apart from what its functions do. */
export function nodeCount(node: Node): number {
  return childNodes(node).reduce((count, child) => count + nodeCount(child), 1);
}
