import { expect, it } from 'vitest';
import type { Command } from '#contract/command.ts';
import { catalog } from '#elements/catalog.ts';
import { checkInteraction } from '#format/read.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { logOf } from '#test/factories/log-of.ts';
import { compile } from './program.ts';
import { whyInWords } from './why-in-words.ts';

/** Asks for the kind of customer and an amount, reckons a fee and decides by both. */
const file = checkInteraction(
  {
    format: 1,
    id: 'int_refund',
    name: 'Refund',
    languages: ['en'],
    start: 'q_customer',
    variables: {
      customer: { type: 'option', label: 'Customer' },
      amount: { type: 'number', label: 'Amount' },
      fee: { type: 'number', label: 'Fee' },
    },
    elements: {
      q_customer: {
        type: 'question',
        name: 'Customer',
        text: { en: 'Who calls?' },
        answer: { kind: 'one-choice', variable: 'customer' },
      },
      c_gold: { type: 'choice', name: 'Gold', value: 'g', label: { en: 'Gold customer' } },
      q_amount: {
        type: 'question',
        name: 'Amount',
        text: { en: 'How much?' },
        answer: { kind: 'number', variable: 'amount' },
      },
      a_fee: { type: 'assignment', name: 'Fee', rows: [{ variable: 'fee', expression: 'amount / 10' }] },
      d_size: {
        type: 'decision',
        name: 'Size',
        rules: [{ id: 'large', label: 'Large', when: 'customer = "g" and amount > 100' }],
      },
      s_large: { type: 'statement', name: 'Large', text: { en: 'A supervisor decides.' }, entryPoint: true },
      s_small: { type: 'statement', name: 'Small', text: { en: 'Done.' } },
    },
    connectors: {
      k0: { from: 'q_customer', exit: 'choices', to: 'c_gold', order: 'a0' },
      k1: { from: 'c_gold', to: 'q_amount' },
      k2: { from: 'q_amount', to: 'a_fee' },
      k3: { from: 'a_fee', to: 'd_size' },
      k4: { from: 'd_size', exit: 'large', to: 's_large' },
      k5: { from: 'd_size', exit: 'otherwise', to: 's_small' },
    },
  },
  catalog,
);
if (!file.ok) throw new Error(JSON.stringify(file.error));
const program = compile(file.value, catalog);

function whyAfter(...commands: readonly Command[]): readonly string[] {
  return whyInWords(program, logOf(program, ...commands)).map(({ words }) => words);
}

const gold: Command = { kind: 'answer', value: 'g' };

it('tells answers, what was reckoned and the rule, with the values they read as people write them', () => {
  expect(whyAfter(gold, { kind: 'answer', value: 250 })).toEqual([
    '“Amount” was answered: 250',
    '“Fee” set Fee to 25: amount divided by 10, as Amount is 250',
    '“Size” went on by “Large”, because customer equals g and amount is more than 100 (Customer is Gold customer, Amount is 250)',
  ]);
});

it('tells by which values no rule held', () => {
  const reasons = whyAfter(gold, { kind: 'answer', value: 5 });
  expect(reasons.at(-1)).toMatch(/^“Size” went on by “.*”, as Customer is Gold customer, Amount is 5$/);
});

it('tells the beginning, going back, jumps and returns', () => {
  const jump: Command = { kind: 'jump', to: 's_large' as ElementPath };
  expect(whyAfter()).toEqual(['The Interaction begins with “Customer”']);
  expect(whyAfter(jump)).toEqual(['Gone to another topic, from “Customer” to “Large”']);
  expect(whyAfter(gold, { kind: 'answer', value: 5 }, { kind: 'back' })).toEqual([
    '“Customer” was answered: Gold customer',
    'Gone back from “Small” to “Amount”',
  ]);
  expect(whyAfter(gold, jump, { kind: 'return' })).toEqual([
    '“Customer” was answered: Gold customer',
    'Returned from another topic, from “Large” to “Amount”',
  ]);
});
