import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeRoutes } from '#api/outcomes.ts';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { type Office, openAs, openOffice, PATIENCE, SLOW } from '#test/console/console-driver.ts';
import { draw, text } from '#test/factories/draw.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const drawn = draw({
    name: 'Outage greeting',
    elements: { s_a: { name: 'Greeting', text: text('Hello') }, e_a: { name: 'The end', outcome: 'resolved' } },
    connectors: ['s_a -> e_a'],
  });
  await office.designer.publish(writeInteraction({ ...drawn, id: 'int_greeting' as InteractionId }));
}, PATIENCE);
afterAll(() => office?.house.close());

async function openAt(element: string): Promise<Page> {
  const query = new URLSearchParams({ account: office.account.id, interaction: 'int_greeting' });
  const page = await openAs(office, office.designer, `/designer?${query}#${element}`);
  await page.getByRole('complementary', { name: 'Settings' }).getByRole('textbox', { name: 'Name' }).waitFor();
  return page;
}

describe('a working copy of an account', () => {
  test(
    'offers the outcomes of the account where a session ends, and none that is retired',
    async () => {
      const { administrator, account } = office;
      const retired = { account: account.id, outcome: 'wrong_number' };
      await administrator.call(outcomeRoutes.change, retired, { body: { retired: true } });
      const page = await openAt('e_a');
      const field = page.getByRole('combobox', { name: 'Outcome' });
      await expect.poll(() => field.inputValue(), { timeout: SLOW }).toBe('Resolved');
      await field.fill('');
      await page.getByRole('option', { name: /Call back/ }).waitFor();
      const offered = await page.getByRole('option').allInnerTexts();
      expect(offered.some((words) => words.includes('Completed'))).toBe(true);
      expect(offered.some((words) => /Wrong number|Timed out/.test(words))).toBe(false);
      await page.getByRole('option', { name: /Call back/ }).click();
      await page.locator('[data-element="e_a"]').getByText('call_back').waitFor();
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'completes the values of the account and knows their types',
    async () => {
      const page = await openAt('s_a');
      const field = page.getByRole('textbox', { name: 'Text', exact: true });
      await field.fill('');
      await field.pressSequentially('Sorry: {values.out');
      await page.getByRole('option', { name: /Known-outage notice/ }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => field.inputValue()).toBe('Sorry: {values.outage_notice}');
      await field.fill('Sorry: {values.outage_notise}');
      await page
        .getByText(/outage_notise/)
        .first()
        .waitFor();
      await page.getByText(/Did you mean “outage_notice”/).waitFor();
      await field.fill('Sorry: {values.outage_notice * 2}');
      await expect.poll(() => field.getAttribute('aria-invalid'), { timeout: SLOW }).toBe('true');
      await field.fill('Sorry: {values.outage_notice}');
      await expect.poll(() => field.getAttribute('aria-invalid'), { timeout: SLOW }).toBeNull();
    },
    PATIENCE,
  );

  test(
    'is published with a warning of what the account does not have',
    async () => {
      const page = await openAt('s_a');
      await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Sorry: {values.never_made}');
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/reads values\.never_made, which the account does not have/).waitFor();
      await page.getByRole('button', { name: 'Publish as draft' }).click();
      await page.getByRole('heading', { name: /is published/ }).waitFor();
      await dialog.getByText('1 warning from the account').waitFor();
      const link = page.getByRole('link', { name: 'Show on the Interactions page' });
      await link.click();
      await page.getByText('Decisions, problems and tests').first().click();
      await page.getByText(/reads values\.never_made/).waitFor();
    },
    PATIENCE,
  );
});
