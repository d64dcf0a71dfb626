import type { Span } from '../errors.ts';
import type { ArithmeticNode, ArithmeticOperator, NegateNode } from '../syntax/node.ts';
import { calculate, calculateNumbers, negated } from '../values/arithmetic.ts';
import { costOfResult } from '../values/numbers.ts';
import { unlikeBecause } from '../values/unlike.ts';
import { KIND_NAMES, kindOf, type Value } from '../values/value.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate, Run } from './run.ts';

export function compileArithmetic(node: ArithmeticNode, compiler: Compiler): Evaluate {
  const first = compiler.compile(node.first);
  const rest = node.rest.map(({ operator, operand }) => ({
    operator,
    evaluate: compiler.compile(operand),
    span: { from: node.from, to: operand.to },
  }));
  const [only] = rest;
  if (only && rest.length === 1) {
    const { operator, evaluate, span } = only;
    return (run) => applied(operator, first(run), evaluate(run), span, run);
  }
  return (run) => {
    let value = first(run);
    for (const { operator, evaluate, span } of rest) value = applied(operator, value, evaluate(run), span, run);
    return value;
  };
}

function applied(operator: ArithmeticOperator, a: Value, b: Value, at: Span, run: Run): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const number = calculateNumbers(operator, a, b);
    run.spend(costOfResult(number));
    return checked(number, at, run);
  }
  const result = calculate(operator, a, b, run);
  if (typeof result === 'number') return checked(result, at, run);
  if (typeof result === 'string') run.spendText(result.length);
  if (result !== undefined) return result;
  if (a === null || b === null) return null;
  const sides = `${KIND_NAMES[kindOf(a)]} and ${KIND_NAMES[kindOf(b)]}`;
  return run.fail('expression.wrong-type', at, `“${operator}” cannot be used between ${sides}${unlikeBecause(a, b)}.`);
}

function checked(number: number, at: Span, run: Run): Value {
  if (Number.isFinite(number)) return number;
  return run.fail('expression.not-a-number', at, 'The calculation has no result, or one that is out of range.');
}

export function compileNegation(node: NegateNode, compiler: Compiler): Evaluate {
  const of = compiler.compile(node.of);
  return (run) => {
    const value = of(run);
    const result = negated(value);
    if (result !== undefined || value === null) return result ?? null;
    return run.fail('expression.wrong-type', node, `“-” cannot stand before ${KIND_NAMES[kindOf(value)]}.`);
  };
}
