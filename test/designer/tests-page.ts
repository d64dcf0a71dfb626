import type { Locator, Page } from 'playwright-core';
import type { Interaction } from '#format/interaction.ts';
import { draw, text } from '#test/factories/draw.ts';

/** Asks for a problem, and of a bill how old the caller is: a table gives the fee. */
export function tested(tests: Interaction['tests'] = TESTS): Interaction {
  const drawn = draw({
    name: 'Fees',
    variables: {
      problem: { type: 'option', label: 'Problem' },
      age: { type: 'number', label: 'Age' },
      pin: { type: 'text', label: 'PIN', privacy: 'secret' },
    },
    elements: {
      q_problem: {
        name: 'Problem',
        text: text('What type of problem do you have?'),
        answer: { kind: 'one-choice', variable: 'problem' },
      },
      c_bill: { name: 'Bill', label: text('Bill'), value: 'bill' },
      c_other: { name: 'Other', label: text('Other'), value: 'other' },
      q_age: { name: 'Age', text: text('How old are you?'), answer: { kind: 'number', variable: 'age' } },
      d_fee: {
        name: 'Fee',
        version: 2,
        logic: {
          form: 'table',
          hitPolicy: 'first',
          inputs: [{ id: 'age', label: 'Age', expression: 'age' }],
          outputs: [],
          exits: [{ id: 'reduced', label: 'Reduced' }],
          rules: [
            { id: 'r_child', when: { age: '< 18' }, exit: 'reduced', note: 'children' },
            { id: 'r_old', when: { age: '> 65' }, exit: 'reduced', note: 'pensioners' },
          ],
        },
      },
      s_low: { name: 'Low fee', text: text('The fee is low.') },
      s_full: { name: 'Full fee', text: text('The fee is full.') },
      q_pin: { name: 'PIN', text: text('Your PIN?'), answer: { kind: 'secret', variable: 'pin' } },
    },
    connectors: [
      'q_problem.choices -> c_bill',
      'q_problem.choices -> c_other',
      'c_bill -> q_age',
      'c_other -> q_pin',
      'q_age -> d_fee',
      'd_fee.reduced -> s_low',
      'd_fee.otherwise -> s_full',
    ],
    tests: tests as never,
  });
  return { ...drawn, layout: { positions: POSITIONS } };
}

const POSITIONS = {
  q_problem: [0, 0],
  c_bill: [320, 0],
  c_other: [320, 200],
  q_age: [640, 0],
  d_fee: [960, 0],
  s_low: [1280, 0],
  s_full: [1280, 160],
  q_pin: [640, 200],
} as unknown as Interaction['layout']['positions'];

const TESTS = {
  t_child: {
    name: 'A child',
    answers: [
      { at: 'q_problem', answer: 'bill' },
      { at: 'q_age', answer: 7 },
    ],
    expect: { outcome: 'completed', visited: ['q_problem', 'c_bill', 'q_age', 'd_fee', 's_low'] },
  },
  t_wrong: {
    name: 'A grown-up',
    answers: [
      { at: 'q_problem', answer: 'bill' },
      { at: 'q_age', answer: 30 },
    ],
    expect: { outcome: 'completed', variables: { age: 31 } },
  },
} as unknown as Interaction['tests'];

export const panel = (page: Page): Locator => page.getByRole('region', { name: 'Tests' });

/** One row of the list, by the name of the test. */
export const row = (page: Page, name: string): Locator =>
  panel(page)
    .getByRole('list', { name: 'Tests' })
    .locator(':scope > li')
    .filter({ has: page.getByRole('button', { name, exact: true }) });

export async function openTests(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+e');
  await panel(page).waitFor();
}
