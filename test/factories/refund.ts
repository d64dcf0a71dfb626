import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { checkInteraction } from '#format/read.ts';

const both = (en: string, es: string) => ({ en, es });

/** Name, amount, whether it is large and urgent, and by that a telephone number; of fees one may ask from anywhere. */
export function refund(): Interaction {
  const checked = checkInteraction(
    {
      format: 1,
      id: 'int_refund',
      name: 'Refund',
      languages: ['en', 'es'],
      start: 'q_name',
      variables: {
        name: { type: 'text', label: 'Name' },
        amount: { type: 'number', label: 'Amount' },
        urgent: { type: 'boolean', label: 'Urgent' },
        phone: { type: 'text', label: 'Telephone' },
      },
      elements: {
        q_name: {
          type: 'question',
          name: 'Name',
          text: both('What is your name?', '¿Cómo se llama?'),
          answer: { kind: 'short-text', variable: 'name' },
        },
        q_amount: {
          type: 'question',
          name: 'Amount',
          text: both('How much did you pay?', '¿Cuánto pagó?'),
          answer: { kind: 'number', variable: 'amount' },
        },
        d_size: {
          type: 'decision',
          name: 'Size',
          rules: [{ id: 'large', label: 'Large', when: 'amount > 100' }],
        },
        q_urgent: {
          type: 'question',
          name: 'Urgent',
          text: both('Is it urgent?', '¿Es urgente?'),
          answer: { kind: 'yes-no', variable: 'urgent' },
        },
        q_phone: {
          type: 'question',
          name: 'Telephone',
          text: both('Where can we call you?', '¿Adónde le llamamos?'),
          answer: { kind: 'short-text', variable: 'phone' },
        },
        s_end: { type: 'statement', name: 'Goodbye', text: both('Thank you, {name}.', 'Gracias, {name}.') },
        s_fees: {
          type: 'statement',
          name: 'Fees',
          text: both('There are no fees.', 'No hay gastos.'),
          entryPoint: true,
        },
      },
      connectors: {
        k1: { from: 'q_name', to: 'q_amount' },
        k2: { from: 'q_amount', to: 'd_size' },
        k6: { from: 'd_size', exit: 'large', to: 'q_urgent' },
        k7: { from: 'd_size', exit: 'otherwise', to: 'q_urgent' },
        k3: { from: 'q_urgent', exit: 'yes', to: 'q_phone' },
        k4: { from: 'q_urgent', exit: 'no', to: 's_end' },
        k5: { from: 'q_phone', to: 's_end' },
      },
    },
    catalog,
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}
