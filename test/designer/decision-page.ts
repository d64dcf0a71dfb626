import type { Locator, Page } from 'playwright-core';
import type { JsonObject } from '#prelude/json.ts';
import type { PageOptions } from '../browser/pages.ts';
import { draw, text } from '../factories/draw.ts';
import { openDrawing } from './open-drawing.ts';

const VARIABLES: JsonObject = {
  problem: { type: 'option', label: 'Kind of problem' },
  age: { type: 'number', label: 'Age' },
  member: { type: 'boolean', label: 'Member' },
  due: { type: 'date', label: 'Due day' },
  note_text: { type: 'text', label: 'What was said' },
  price: { type: 'money', label: 'Price' },
  tags: { type: 'list', label: 'Tags', items: { type: 'text' } },
  order: { type: 'record', label: 'Order', fields: { city: { type: 'text' }, total: { type: 'number' } } },
  fee: { type: 'number', label: 'Fee' },
};

/** A designer without a server, with an Interaction that asks for a problem and then decides; the Decision is selected. */
export async function openDecision(logic: JsonObject, options: PageOptions = {}): Promise<Page> {
  const exits = (logic.form === 'table' ? logic.exits : logic.rules) as readonly { readonly id: string }[];
  const interaction = draw({
    variables: VARIABLES,
    elements: {
      q_problem: { name: 'Problem', text: text('What is wrong?'), answer: { kind: 'one-choice', variable: 'problem' } },
      c_billing: { name: 'Billing', label: text('Billing'), value: 'billing' },
      c_technical: { name: 'Technical', label: text('Technical fault'), value: 'technical' },
      c_other: { name: 'Other', label: text('Something else'), value: 'other' },
      d_way: { name: 'Which way', version: 2, logic },
      s_end: { name: 'Goodbye', text: text('Goodbye.') },
    },
    connectors: [
      'q_problem.choices -> c_billing',
      'q_problem.choices -> c_technical',
      'q_problem.choices -> c_other',
      'c_billing.next -> d_way',
      'c_technical.next -> d_way',
      'c_other.next -> d_way',
      ...[...exits.map(({ id }) => id), 'otherwise'].map((id) => `d_way.${id} -> s_end`),
    ],
  });
  const page = await openDrawing(interaction, 'Which way', options);
  await settings(page).getByText('Decides by').waitFor();
  return page;
}

export const settings = (page: Page): Locator => page.getByRole('complementary', { name: 'Settings' });
