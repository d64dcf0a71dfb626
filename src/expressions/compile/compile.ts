import { assertNever } from '#prelude/assert-never.ts';
import type { Node } from '../syntax/node.ts';
import type { Scope } from '../value-type.ts';
import { compileArithmetic, compileNegation } from './arithmetic.ts';
import { compileCall } from './calls.ts';
import { compileContext, compileFilter, compileList, compilePath } from './collections.ts';
import { compileBetween, compileComparison, compileIn, compileRange, compileUnaryTest } from './comparisons.ts';
import type { Binding, Compiler } from './compiler.ts';
import { compileFunction } from './function-definition.ts';
import { compileInstanceOf } from './instance-of.ts';
import { compileFor, compileQuantified } from './iteration.ts';
import { compileAt } from './literals.ts';
import { compileIf, compileLogic } from './logic.ts';
import { compileInput, compileName } from './names.ts';
import type { Evaluate } from './run.ts';

interface CompiledTree {
  readonly evaluate: Evaluate;
  /** Places that a run needs. */
  readonly slots: number;
  /** Names read from outside. */
  readonly reads: readonly string[];
}

/** Turns a tree into closures: names are resolved and constants made once, not at each evaluation. */
export function compileTree(node: Node, scope: Scope): CompiledTree {
  const reads = new Set<string>();
  const variableSlots = new Map<string, number>();
  let slots = 0;
  const newSlot = () => slots++;
  const slotOf = (variable: string) => {
    const slot = variableSlots.get(variable) ?? newSlot();
    variableSlots.set(variable, slot);
    return slot;
  };
  const withBindings = (bindings: readonly Binding[]): Compiler => {
    const compiler: Compiler = {
      scope,
      bindings,
      reads,
      compile: (inner) => compileNode(inner, compiler),
      within: (more) => withBindings([...bindings, ...more]),
      outside: (count) => withBindings(bindings.slice(0, count)),
      newSlot,
      slotOf,
    };
    return compiler;
  };
  const evaluate = withBindings([]).compile(node);
  return { evaluate, slots, reads: [...reads] };
}

function compileNode(node: Node, compiler: Compiler): Evaluate {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean': {
      const { value } = node;
      return () => value;
    }
    case 'null':
      return () => null;
    case 'at':
      return compileAt(node);
    case 'name':
      return compileName(node, compiler);
    case 'input':
      return compileInput(node, compiler);
    case 'path':
      return compilePath(node, compiler);
    case 'filter':
      return compileFilter(node, compiler);
    case 'call':
      return compileCall(node, compiler);
    case 'negate':
      return compileNegation(node, compiler);
    case 'arithmetic':
      return compileArithmetic(node, compiler);
    case 'compare':
      return compileComparison(node, compiler);
    case 'between':
      return compileBetween(node, compiler);
    case 'in':
      return compileIn(node, compiler);
    case 'logic':
      return compileLogic(node, compiler);
    case 'if':
      return compileIf(node, compiler);
    case 'for':
      return compileFor(node, compiler);
    case 'quantified':
      return compileQuantified(node, compiler);
    case 'instance-of':
      return compileInstanceOf(node, compiler);
    case 'list':
      return compileList(node, compiler);
    case 'context':
      return compileContext(node, compiler);
    case 'range':
      return compileRange(node, compiler);
    case 'unary-test':
      return compileUnaryTest(node, compiler);
    case 'function':
      return compileFunction(node, compiler);
    default:
      return assertNever(node);
  }
}
