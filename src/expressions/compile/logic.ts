import type { IfNode, LogicNode } from '../syntax/node.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate } from './run.ts';

/**
 * `and` and `or` with three values: whatever is neither true nor false counts as unknown (null), and the result is
 * unknown only where the unknown could change it.
 */
export function compileLogic(node: LogicNode, compiler: Compiler): Evaluate {
  const operands = node.operands.map((operand) => compiler.compile(operand));
  const decisive = node.operator === 'or';
  return (run) => {
    let unknown = false;
    for (const operand of operands) {
      const value = operand(run);
      if (value === decisive) return decisive;
      if (value !== !decisive) unknown = true;
    }
    return unknown ? null : !decisive;
  };
}

/** Only `true` takes the first way. */
export function compileIf(node: IfNode, compiler: Compiler): Evaluate {
  const condition = compiler.compile(node.condition);
  const then = compiler.compile(node.yes);
  const otherwise = compiler.compile(node.no);
  return (run) => (condition(run) === true ? then(run) : otherwise(run));
}
