import type { Node } from '../syntax/node.ts';
import type { Scope } from '../value-type.ts';
import type { Evaluate } from './run.ts';

/** What a name stands for inside the expression: a bound value, or perhaps an entry of the item that a filter looks at. */
export type Binding =
  | { readonly kind: 'bound'; readonly name: string; readonly slot: number }
  | { readonly kind: 'item'; readonly slot: number };

/** What the compilers of the single kinds of nodes share. */
export interface Compiler {
  readonly scope: Scope;
  readonly bindings: readonly Binding[];
  /** Names of the scope and others that are read from outside, in the order met. */
  readonly reads: Set<string>;
  compile(node: Node): Evaluate;
  /** The same with more names bound. */
  within(bindings: readonly Binding[]): Compiler;
  /** The same with only the first so many bindings. */
  outside(count: number): Compiler;
  newSlot(): number;
  /** The place where the converted value of a variable is kept during an evaluation. */
  slotOf(variable: string): number;
}
