import { BOOLEAN, DURATION, MONEY, NUMBER } from '../types/static-type.ts';
import { negated } from '../values/arithmetic.ts';
import { costOfResult, product, quotient, rounded, sum } from '../values/numbers.ts';
import type { Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, form } from './definition.ts';
import { daysDuration, money, monthsDuration, number } from './parameters.ts';

/** A function of one number whose result may be no number at all. */
function ofNumber(
  name: string,
  help: string,
  example: FunctionDefinition['example'],
  calculate: (number: number) => number,
): FunctionDefinition {
  return {
    name,
    help,
    example,
    forms: [
      form([number('number')], NUMBER, (call, value) => {
        const result = rounded(calculate(value));
        call.run.spend(costOfResult(result));
        return finite(call, result);
      }),
    ],
  };
}

function finite(call: Call, value: number): Value {
  return Number.isFinite(value)
    ? value
    : call.fail('expression.not-a-number', 'The calculation has no number as result.');
}

/** The remainder with the sign of the divisor: `dividend - divisor * floor(dividend / divisor)`. */
function modulo(dividend: number, divisor: number): number {
  return sum(dividend, -product(divisor, Math.floor(quotient(dividend, divisor))));
}

export const NUMBER_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'abs',
    help: 'The number, amount or duration without its sign.',
    example: { expression: 'abs(-3)', value: 3 },
    forms: [
      form([number('n')], NUMBER, (_call, value) => Math.abs(value)),
      form([money('n')], MONEY, (_call, value) => value.with(value.amount.abs()) ?? null),
      form([daysDuration('n')], DURATION, (_call, value) => (value.nanos < 0n ? (negated(value) ?? null) : value)),
      form([monthsDuration('n')], DURATION, (_call, value) => (value.months < 0 ? (negated(value) ?? null) : value)),
    ],
  },
  {
    name: 'modulo',
    help: 'What is left of a number after division by another.',
    example: { expression: 'modulo(10, 4)', value: 2 },
    forms: [
      form([number('dividend'), number('divisor')], NUMBER, (call, dividend, divisor) =>
        finite(call, modulo(dividend, divisor)),
      ),
    ],
  },
  ofNumber('sqrt', 'The square root of a number.', { expression: 'sqrt(16)', value: 4 }, Math.sqrt),
  ofNumber('log', 'The natural logarithm of a number.', { expression: 'log(1)', value: 0 }, Math.log),
  ofNumber('exp', 'Euler’s number to the power of a number.', { expression: 'exp(0)', value: 1 }, Math.exp),
  {
    name: 'odd',
    help: 'Whether a whole number is odd.',
    example: { expression: 'odd(5)', value: true },
    forms: [form([number('number')], BOOLEAN, (_call, value) => Math.abs(value % 2) === 1)],
  },
  {
    name: 'even',
    help: 'Whether a whole number is even.',
    example: { expression: 'even(5)', value: false },
    forms: [form([number('number')], BOOLEAN, (_call, value) => value % 2 === 0)],
  },
];
