import { nodeCount } from '../syntax/child-nodes.ts';
import { normalName } from '../syntax/names.ts';
import type { FunctionNode } from '../syntax/node.ts';
import { FunctionValue, type Value } from '../values/value.ts';
import type { Binding, Compiler } from './compiler.ts';
import { compileTypeTest } from './instance-of.ts';
import type { Evaluate } from './run.ts';

/** A function that the expression defines. It keeps the values its names had where it was defined. */
export function compileFunction(node: FunctionNode, compiler: Compiler): Evaluate {
  const bindings = node.parameters.map(({ name }): Binding & { kind: 'bound' } => ({
    kind: 'bound',
    name: normalName(name),
    slot: compiler.newSlot(),
  }));
  const fits = node.parameters.map(({ type }) => type && compileTypeTest(type));
  const names = bindings.map(({ name }) => name);
  if (node.external) {
    return (run) => run.fail('expression.unknown-function', node, 'Functions of other languages cannot be used.');
  }
  const cost = nodeCount(node.body);
  const body = compiler.within(bindings).compile(node.body);
  return (run) => {
    const kept = run.slots.slice();
    run.spend(1 + kept.length);
    return new FunctionValue(names, (args) =>
      run.deeper(() => {
        run.spend(cost + kept.length);
        const outside = run.slots;
        run.slots = kept.slice();
        for (const [index, { slot }] of bindings.entries()) {
          const value: Value = args[index] ?? null;
          const test = fits[index];
          run.slots[slot] = test && value !== null && !test(value, run) ? null : value;
        }
        const result = body(run);
        run.slots = outside;
        return result;
      }),
    );
  };
}
