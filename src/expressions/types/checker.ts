import type { ExpressionErrorCode, Span } from '../errors.ts';
import type { Node } from '../syntax/node.ts';
import type { Scope } from '../value-type.ts';
import type { StaticType } from './static-type.ts';

/** What a name stands for inside the expression: a bound value, or perhaps a field of the item that a filter looks at. */
export type TypeBinding =
  | { readonly kind: 'bound'; readonly name: string; readonly type: StaticType }
  | { readonly kind: 'item'; readonly type: StaticType };

/** What the checks of the single kinds of nodes share. */
export interface Checker {
  readonly scope: Scope;
  readonly bindings: readonly TypeBinding[];
  /** The type of a part, noting what is wrong inside it. */
  typeOf(node: Node): StaticType;
  /** The same with more names bound. */
  within(bindings: readonly TypeBinding[]): Checker;
  problem(code: ExpressionErrorCode, at: Span, message: string): void;
}
