import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId, TeamId } from '#prelude/ids.ts';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { type Office, openAs, openOffice, PATIENCE, SLOW } from '#test/console/console-driver.ts';
import { draw, text } from '#test/factories/draw.ts';
import { openDrawing, savedFile } from './open-drawing.ts';
import { settings } from './page-driver.ts';

const drawn = draw({
  name: 'Hand over',
  elements: {
    s_a: { name: 'Greeting', text: text('Hello') },
    i_a: { name: 'Look up', connection: 'billing', method: 'GET', path: '/', inputs: [], outputs: [] },
    u_a: { name: 'Identity', interaction: 'int_gone', outcomes: [], inputs: [], outputs: [] },
    x_a: { name: 'Pass on', to: { kind: 'team', team: '' } },
  },
  connectors: ['s_a -> i_a', 'i_a.done -> u_a', 'u_a -> x_a'],
});

let office: Office;
let team: TeamId;
beforeAll(async () => {
  office = await openOffice();
  ({ id: team } = await office.account.team('Second line'));
  await office.account.team('Fraud desk');
  await office.designer.publish(writeInteraction({ ...drawn, id: 'int_hand_over' as InteractionId }));
}, PATIENCE);
afterAll(() => office?.house.close());

async function openAt(element: string): Promise<Page> {
  const query = new URLSearchParams({ account: office.account.id, interaction: 'int_hand_over' });
  const page = await openAs(office, office.designer, `/designer?${query}#${element}`);
  await settings(page).getByRole('textbox', { name: 'Name', exact: true }).waitFor();
  return page;
}

describe('settings that name something of the account', () => {
  test(
    'a team is found by typing part of its name',
    async () => {
      const page = await openAt('x_a');
      const field = page.getByRole('combobox', { name: 'Team' });
      await field.waitFor();
      await field.focus();
      await page.keyboard.type('second');
      await page.getByRole('option', { name: 'Second line' }).waitFor();
      await expect.poll(() => page.getByRole('option').count()).toBe(1);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => field.inputValue(), { timeout: SLOW }).toBe('Second line');
      await page.locator('[data-element="x_a"]').getByText('Second line').waitFor();
      await expect
        .poll(async () => (await savedFile(page)).elements)
        .toMatchObject({ x_a: { to: { kind: 'team', team } } });
      expect(await accessibilityProblems(page, '[role=tabpanel]')).toEqual([]);
      // The browser logs that the Interaction which is run, and is gone, was asked for.
      expect(problemsOf(page).filter((problem) => !/404/.test(problem))).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'a connection that the account does not have is said, and stays until another one is chosen',
    async () => {
      const page = await openAt('i_a');
      const field = page.getByRole('combobox', { name: 'Connection' });
      await page.getByText('The account has no connection “billing”.').waitFor();
      await expect.poll(() => field.inputValue()).toBe('billing');
      await field.fill('');
      await page.getByRole('option', { name: /Customer records/ }).click();
      await page.getByText('The account has no connection “billing”.').waitFor({ state: 'detached' });
      await expect.poll(async () => (await savedFile(page)).elements).toMatchObject({ i_a: { connection: 'crm' } });
    },
    PATIENCE,
  );

  test(
    'another Interaction is chosen by its name, with where it stands',
    async () => {
      const page = await openAt('u_a');
      const field = page.getByRole('combobox', { name: 'Interaction', exact: true });
      await page.getByText('The account has no Interaction “int_gone”.').waitFor();
      await field.fill('Broad');
      await page.getByRole('option', { name: /Broadband fault.*Live 1/ }).click();
      await expect.poll(() => field.inputValue(), { timeout: SLOW }).toBe('Broadband fault');
      const { elements } = await savedFile(page);
      expect(elements).toMatchObject({ u_a: { interaction: office.fault.interaction.id } });
    },
    PATIENCE,
  );

  test(
    'are typed by their key where there is no account to choose from',
    async () => {
      const page = await openDrawing(drawn, 'Pass on');
      await settings(page).getByText('There is no account here to choose from: type the id of the team.').waitFor();
      await settings(page).getByRole('textbox', { name: 'Team' }).fill('tea_typed');
      await expect
        .poll(async () => (await savedFile(page)).elements)
        .toMatchObject({ x_a: { to: { team: 'tea_typed' } } });
    },
    PATIENCE,
  );
});
