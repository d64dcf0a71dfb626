import type { ExpressionError } from '../errors.ts';
import type { Node } from '../syntax/node.ts';
import type { Scope, ValueType } from '../value-type.ts';

/** TODO types */
export function checkTree(
  _node: Node,
  _scope: Scope,
  _expected?: ValueType,
): { readonly type: ValueType; readonly problems: readonly ExpressionError[] } {
  return { type: { kind: 'any' }, problems: [] };
}
