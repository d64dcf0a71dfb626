import type { SyntaxNode } from '@lezer/common';
import { invariant } from '#prelude/assert-never.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { TypeNode } from './node.ts';
import { childrenOf, collapsed, type Reading, spanOf } from './reading.ts';

/** Reads a type such as `number`, `list<date>` or `function<number> -> Any`. */
export function readType(reading: Reading, node: SyntaxNode, depth: number): TypeNode {
  const span = spanOf(node);
  const shape = node.name === 'Type' || node.name === 'ArgumentType' ? childrenOf(node)[0] : node;
  invariant(shape, 'a type has a shape');
  if (depth > LIMITS.expressionDepth) {
    reading.refuseDepth(node);
    return { kind: 'named', name: 'Any', ...span };
  }
  if (node.name === 'ArgumentType') return readType(reading, shape, depth);
  const parts = childrenOf(shape).filter(({ name }) => name !== '<' && name !== '>' && name !== '->');
  const [, second, third] = parts;
  switch (shape.name) {
    case 'ListType': {
      invariant(second, 'a list type has items');
      // The parser reads `range<…>` as a list: the source knows better.
      const kind = reading.source.startsWith('range', shape.from) ? 'range' : 'list';
      return { kind, of: readType(reading, second, depth + 1), ...span };
    }
    case 'ContextType': {
      invariant(second, 'a context type has entries');
      const fields = childrenOf(second).map((entry) => {
        const [name, type] = childrenOf(entry);
        invariant(name && type, 'an entry has a name and a type');
        return { name: collapsed(reading.text(name)), type: readType(reading, type, depth + 1) };
      });
      return { kind: 'context', fields, ...span };
    }
    case 'FunctionType': {
      const result = third ?? second;
      invariant(result, 'a function type has a result');
      const parameters = second && third ? childrenOf(second).map((part) => readType(reading, part, depth + 1)) : [];
      return { kind: 'function', parameters, result: readType(reading, result, depth + 1), ...span };
    }
    default:
      return { kind: 'named', name: collapsed(reading.text(shape)), ...span };
  }
}
