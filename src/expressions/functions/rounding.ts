import { MONEY, NUMBER } from '../types/static-type.ts';
import { DECIMAL_COST, ExactDecimal, type Money } from '../values/money.ts';
import type { Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, type FunctionForm, form } from './definition.ts';
import { money, number, optional } from './parameters.ts';

/** The decimal places that the standard allows. */
const LEAST_SCALE = -6111;
const MOST_SCALE = 6176;

type Mode = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Rounds as on paper: what counts is the decimal number that is written, not the double that is nearest to it. */
function roundedAt(call: Call, value: number, scale: number, mode: Mode): Value {
  call.run.spend(DECIMAL_COST);
  const places = Math.trunc(scale);
  if (places < LEAST_SCALE || places > MOST_SCALE) {
    return call.fail('expression.bad-value', `The scale must be from ${LEAST_SCALE} to ${MOST_SCALE}.`);
  }
  const whole = places < 0 ? new ExactDecimal(10).pow(-places) : undefined;
  const decimal = new ExactDecimal(value);
  const result = whole
    ? decimal.div(whole).toDecimalPlaces(0, mode).times(whole)
    : decimal.toDecimalPlaces(places, mode);
  return result.toNumber();
}

function moneyAt(value: Money, scale: number, mode: Mode): Value {
  const places = Math.max(0, Math.min(15, Math.trunc(scale)));
  return value.with(value.amount.toDecimalPlaces(places, mode)) ?? null;
}

function withScale(mode: Mode): readonly FunctionForm[] {
  return [
    form([number('n'), number('scale')], NUMBER, (call, value, scale) => roundedAt(call, value, scale, mode)),
    form([money('n'), number('scale')], MONEY, (_call, value, scale) => moneyAt(value, scale, mode)),
  ];
}

function withOptionalScale(mode: Mode): readonly FunctionForm[] {
  return [
    form([number('n'), optional(number('scale'))], NUMBER, (call, value, scale) =>
      roundedAt(call, value, scale ?? 0, mode),
    ),
    form([money('n'), optional(number('scale'))], MONEY, (_call, value, scale) => moneyAt(value, scale ?? 0, mode)),
  ];
}

const { ROUND_UP, ROUND_DOWN, ROUND_CEIL, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN } = ExactDecimal;

export const ROUNDING_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'decimal',
    help: 'The number rounded to so many decimal places; a half goes to the even neighbor.',
    example: { expression: 'decimal(2.125, 2)', value: 2.12 },
    forms: withScale(ROUND_HALF_EVEN),
  },
  {
    name: 'floor',
    help: 'The next lower number with so many decimal places, none unless given.',
    example: { expression: 'floor(-1.56, 1)', value: -1.6 },
    forms: withOptionalScale(ROUND_FLOOR),
  },
  {
    name: 'ceiling',
    help: 'The next higher number with so many decimal places, none unless given.',
    example: { expression: 'ceiling(1.2)', value: 2 },
    forms: withOptionalScale(ROUND_CEIL),
  },
  {
    name: 'round up',
    help: 'The number with so many decimal places, away from zero.',
    example: { expression: 'round up(1.121, 2)', value: 1.13 },
    forms: withScale(ROUND_UP),
  },
  {
    name: 'round down',
    help: 'The number with so many decimal places, the rest cut off.',
    example: { expression: 'round down(1.126, 2)', value: 1.12 },
    forms: withScale(ROUND_DOWN),
  },
  {
    name: 'round half up',
    help: 'The nearest number with so many decimal places; a half goes away from zero.',
    example: { expression: 'round half up(1.125, 2)', value: 1.13 },
    forms: withScale(ROUND_HALF_UP),
  },
  {
    name: 'round half down',
    help: 'The nearest number with so many decimal places; a half goes toward zero.',
    example: { expression: 'round half down(1.125, 2)', value: 1.12 },
    forms: withScale(ROUND_HALF_DOWN),
  },
];
