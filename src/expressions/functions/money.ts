import { MONEY } from '../types/static-type.ts';
import { DECIMAL_COST, parseMoney } from '../values/money.ts';
import { numberText } from '../values/numbers.ts';
import type { Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, form } from './definition.ts';
import { number, text } from './parameters.ts';

export const MONEY_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'money',
    help: 'An exact amount of money in a currency.',
    example: { expression: 'money(12.5, "EUR") * 2', value: { amount: '25.0', currency: 'EUR' } },
    cost: DECIMAL_COST,
    forms: [
      form([number('amount'), text('currency')], MONEY, (call, amount, currency) =>
        moneyOf(call, numberText(amount), currency),
      ),
      form([text('amount'), text('currency')], MONEY, moneyOf),
    ],
  },
];

function moneyOf(call: Call, amount: string, currency: string): Value {
  const money = parseMoney(amount, currency);
  return money ?? call.fail('expression.bad-value', `“${amount} ${currency}” is no amount in a currency such as EUR.`);
}
