import { afterAll, beforeAll, expect, test } from 'vitest';
import { versionRoutes } from '#api/versions.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { type Office, openAs, openOffice, PATIENCE, SLOW } from '#test/console/console-driver.ts';
import type { Person } from '#test/server/driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

const openDesigner = (who: Pick<Person, 'cookie'>, path = '') => openAs(office, who, `/designer${path}`);

test(
  'a published Interaction is opened, edited by two people, and published again',
  async () => {
    const page = await openDesigner(office.designer);
    await page.getByRole('link', { name: 'Lost or stolen card' }).click();
    const settings = page.getByRole('complementary', { name: 'Settings' });
    await page.getByRole('textbox', { name: 'Name of the Interaction' }).waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Name of the Interaction' }).fill('Lost card');
    await page.keyboard.press('Enter');
    await page.getByText('Saved', { exact: true }).waitFor();

    const other = await openDesigner(office.administrator);
    const copies = other.getByRole('list', { name: 'My working copies' });
    await copies.getByRole('button', { name: 'Lost or stolen card' }).click();
    await other.getByRole('textbox', { name: 'Name of the Interaction' }).waitFor();
    await expect
      .poll(() => other.getByRole('textbox', { name: 'Name of the Interaction' }).inputValue(), { timeout: SLOW })
      .toBe('Lost card');
    await other.getByText('Saved', { exact: true }).waitFor();
    await other.getByLabel('Description').fill('Blocks a card.');
    await page.locator('.react-flow').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => settings.getByLabel('Description').inputValue(), { timeout: SLOW }).toBe('Blocks a card.');

    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Note').fill('A shorter name.');
    await page.getByRole('button', { name: 'Publish as draft' }).click();
    await page.getByRole('heading', { name: 'Version 2 is published' }).waitFor();
    const where = { account: office.account.id, interaction: office.card.interaction.id, version: 2 };
    const made = await office.administrator.call(versionRoutes.read, where);
    expect(made).toMatchObject({ note: 'A shorter name.', status: 'draft' });
    expect(problemsOf(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'comments of testers stand on their element, and an address leads to an element',
  async () => {
    const query = new URLSearchParams({ account: office.account.id, interaction: office.problem.interaction.id });
    const page = await openDesigner(office.designer, `?${query}#q_problem`);
    const question = page.locator('[data-element="q_problem"]');
    await expect.poll(() => question.getAttribute('data-selected'), { timeout: SLOW }).toBe('true');
    await page.getByRole('button', { name: 'Comments: 1' }).click();
    await page.getByText('Callers ask for moving house.').waitFor();
    await page.getByRole('button', { name: 'Versions' }).click();
    await page.getByText('Friendlier question.').waitFor();
  },
  PATIENCE,
);
