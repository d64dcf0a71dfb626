import type { Span } from '../errors.ts';
import { someNode } from '../syntax/child-nodes.ts';
import type {
  BetweenNode,
  CompareNode,
  CompareOperator,
  InNode,
  Node,
  RangeNode,
  UnaryTestNode,
} from '../syntax/node.ts';
import { areOrdered, equals, includes, orderOf } from '../values/compare.ts';
import { unlikeBecause } from '../values/unlike.ts';
import { isList, KIND_NAMES, kindOf, Range, type Value } from '../values/value.ts';
import { startOfSentence } from '../words.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate, Run } from './run.ts';

export function compileComparison(node: CompareNode, compiler: Compiler): Evaluate {
  const left = compiler.compile(node.left);
  const right = compiler.compile(node.right);
  const { operator } = node;
  if (operator === '=' || operator === '!=') {
    const wanted = operator === '=';
    return (run) => {
      const a = left(run);
      const b = right(run);
      const same = equals(a, b, run);
      return same === undefined ? incomparable(a, b, node, run) : same === wanted;
    };
  }
  const holds = ORDER_HOLDS[operator];
  return (run) => ordered(left(run), right(run), holds, node, run);
}

type OrderOperator = Exclude<CompareOperator, '=' | '!='>;
type Holds = (order: number) => boolean;

const ORDER_HOLDS: { readonly [operator in OrderOperator]: Holds } = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function ordered(a: Value, b: Value, holds: Holds, at: Span, run: Run): Value {
  const order = orderOf(a, b, run);
  return order === undefined ? incomparable(a, b, at, run) : holds(order);
}

function incomparable(a: Value, b: Value, at: Span, run: Run): null {
  if (a === null || b === null) return null;
  const sides = `${KIND_NAMES[kindOf(a)]} and ${KIND_NAMES[kindOf(b)]}`;
  return run.fail('expression.wrong-type', at, `${startOfSentence(sides)} cannot be compared${unlikeBecause(a, b)}.`);
}

export function compileBetween(node: BetweenNode, compiler: Compiler): Evaluate {
  const value = compiler.compile(node.value);
  const low = compiler.compile(node.low);
  const high = compiler.compile(node.high);
  return (run) => {
    const middle = value(run);
    const fromLow = ordered(middle, low(run), ORDER_HOLDS['>='], node, run);
    const toHigh = ordered(middle, high(run), ORDER_HOLDS['<='], node, run);
    if (fromLow === false || toHigh === false) return false;
    return fromLow === true && toHigh === true ? true : null;
  };
}

export function compileRange(node: RangeNode, compiler: Compiler): Evaluate {
  const start = compiler.compile(node.start);
  const end = compiler.compile(node.end);
  return (run) => {
    const from = start(run);
    const to = end(run);
    if (from !== null && to !== null && !areOrdered(from, to, run)) return incomparable(from, to, node, run);
    return new Range(from, to, node.startIncluded, node.endIncluded);
  };
}

/** `(> 5)` as a value: a range. */
export function compileUnaryTest(node: UnaryTestNode, compiler: Compiler): Evaluate {
  const endpoint = compiler.compile(node.endpoint);
  return (run) => Range.ofTest(node.operator, endpoint(run));
}

/** `value in (test, test)`: whether any test holds. */
export function compileIn(node: InNode, compiler: Compiler): Evaluate {
  const value = compiler.compile(node.value);
  const slot = compiler.newSlot();
  const inner = compiler.within([{ kind: 'bound', name: '?', slot }]);
  const tests = node.tests.map((test) => compileTest(test, inner));
  return (run) => {
    const input = value(run);
    let result: Value = false;
    for (const test of tests) {
      run.slots[slot] = input;
      const holds = test(input, run);
      if (holds === true) return true;
      if (holds === null) result = null;
    }
    return result;
  };
}

type Test = (input: Value, run: Run) => Value;

function compileTest(node: Node, compiler: Compiler): Test {
  if (node.kind === 'unary-test') return compileOperatorTest(node, compiler);
  const evaluate = compiler.compile(node);
  if (someNode(node, ({ kind }) => kind === 'input')) return (_input, run) => evaluate(run);
  return (input, run) => matches(input, evaluate(run), node, run);
}

function compileOperatorTest(node: UnaryTestNode, compiler: Compiler): Test {
  const endpoint = compiler.compile(node.endpoint);
  const { operator } = node;
  if (operator === '=' || operator === '!=') {
    return (input, run) => {
      const end = endpoint(run);
      const same = equals(input, end, run);
      return same === undefined ? incomparable(input, end, node, run) : same === (operator === '=');
    };
  }
  return (input, run) => ordered(input, endpoint(run), ORDER_HOLDS[operator], node, run);
}

/** Whether the value is the one of the test, lies in its range, or is matched by an item of its list. */
function matches(input: Value, test: Value, at: Span, run: Run): Value {
  if (test instanceof Range) {
    if (input instanceof Range && equals(input, test, run)) return true;
    const inside = includes(test, input, run);
    return inside === undefined ? incomparable(input, test, at, run) : inside;
  }
  if (!isList(test)) return equals(input, test, run) ?? (input === null ? false : incomparable(input, test, at, run));
  if (isList(input) && equals(input, test, run)) return true;
  run.spend(2 * test.length);
  for (const item of test) {
    const holds = item instanceof Range ? includes(item, input, run) : equals(input, item, run);
    if (holds) return true;
  }
  return false;
}
