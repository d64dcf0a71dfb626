import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '#prelude/json.ts';
import { accessibilityProblems } from '../browser/axe.ts';
import { sidewaysOverflow, smallTargets } from '../browser/targets.ts';
import { draw, text } from '../factories/draw.ts';
import { openDrawing, savedFile } from './open-drawing.ts';
import { faults, PATIENCE, SOON, settings } from './page-driver.ts';

const drawing = draw({
  variables: {
    name: { type: 'text', label: 'Name' },
    city: { type: 'text', label: 'City' },
    orders: {
      type: 'list',
      label: 'Orders',
      items: { type: 'record', fields: { number: { type: 'text' }, total: { type: 'number' } } },
    },
    picked: { type: 'record', label: 'Picked', fields: { number: { type: 'text' } } },
  },
  elements: {
    f_who: {
      type: 'form',
      name: 'Who',
      text: text('Who is calling?'),
      sections: [
        {
          items: [
            { kind: 'field', label: text('Name'), answer: { kind: 'short-text', variable: 'name' } },
            { kind: 'field', label: text('City'), answer: { kind: 'short-text', variable: 'city' } },
          ],
        },
      ],
    },
    t_orders: {
      type: 'table',
      name: 'Their orders',
      text: text('Which one?'),
      list: 'orders',
      columns: [{ field: 'number', label: text('Number') }],
      pick: 'one',
      variable: 'picked',
    },
  },
  connectors: ['f_who -> t_orders'],
});

const open = (name: string, options: Parameters<typeof openDrawing>[2] = {}) => openDrawing(drawing, name, options);
const head = (page: Page, name: string): Locator =>
  settings(page)
    .locator('.settings-item-name')
    .filter({ hasText: new RegExp(`^${name}`) });
const body = (page: Page, name: string): Locator => settings(page).getByRole('group', { name, exact: true });
const heads = (page: Page): Promise<readonly string[]> =>
  settings(page)
    .locator('.settings-item-name')
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).innerText.split('\n')[0] ?? ''));
const expectHeads = (page: Page, names: readonly string[]) => expect.poll(() => heads(page), SOON).toEqual(names);
const undone = async (page: Page, name: string) => {
  await page.getByRole('button', { name: `Undo: ${name}` }).click();
};

/** An element of the file as it would be saved now. */
async function saved(page: Page, id: string): Promise<JsonObject> {
  const { elements } = await savedFile(page);
  const element = isJsonObject(elements) ? elements[id] : undefined;
  if (!isJsonObject(element)) throw new Error(`There is no element ${id}`);
  return element;
}

describe('the fields of a form', () => {
  test(
    'are added by keyboard; their variables are called as they are, and each act is undone by itself',
    async () => {
      const page = await open('Who');
      await expectHeads(page, ['Name', 'City']);
      await settings(page).getByRole('button', { name: 'Add field' }).press('Enter');
      const label = body(page, 'Field 3').getByLabel('Label', { exact: true });
      await expect.poll(() => label.evaluate((field) => field === document.activeElement), SOON).toBe(true);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Post code');
      await expectHeads(page, ['Name', 'City', 'Post code']);
      const file = await savedFile(page);
      expect(file.variables).toMatchObject({ post_code: { type: 'text', label: 'Post code' } });
      await settings(page).getByRole('button', { name: 'Add field' }).click();
      await expectHeads(page, ['Name', 'City', 'Post code', 'Field 4']);
      await undone(page, 'Add field');
      await expectHeads(page, ['Name', 'City', 'Post code']);
      await undone(page, 'Change label of item 3 of section 1');
      await undone(page, 'Add field');
      await expectHeads(page, ['Name', 'City']);
      expect((await savedFile(page)).variables).not.toHaveProperty('post_code');
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'are moved by Alt and the arrows, by buttons and by dragging, doubled and deleted',
    async () => {
      const page = await open('Who');
      await head(page, 'City').focus();
      await page.keyboard.press('Alt+ArrowUp');
      await expectHeads(page, ['City', 'Name']);
      await expect
        .poll(() => head(page, 'City').evaluate((field) => field === document.activeElement), SOON)
        .toBe(true);
      await settings(page).getByText('City is now number 1 of 2').waitFor({ state: 'attached' });
      await settings(page).getByRole('button', { name: 'Move City down' }).click();
      await expectHeads(page, ['Name', 'City']);
      await settings(page)
        .locator('.settings-item-grip')
        .nth(1)
        .dragTo(settings(page).locator('.settings-item').nth(0));
      await expectHeads(page, ['City', 'Name']);
      await undone(page, 'Move “City”');
      await settings(page).getByRole('button', { name: 'More for City' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
      await expectHeads(page, ['Name', 'City', 'City']);
      const { sections } = await saved(page, 'f_who');
      expect(JSON.stringify(sections)).toContain('"variable":"city_2"');
      await settings(page).getByRole('button', { name: 'More for Name' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await expectHeads(page, ['City', 'City']);
      await undone(page, 'Delete “Name”');
      await expectHeads(page, ['Name', 'City', 'City']);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'are dragged into another section, also an empty one',
    async () => {
      const page = await open('Who');
      await settings(page).getByRole('button', { name: 'Add section' }).click();
      const section = (number: number) => settings(page).getByRole('group', { name: `Section ${number}`, exact: true });
      const names = (number: number) => section(number).locator('.settings-item-name').allInnerTexts();
      await section(1).locator('.settings-item-grip').nth(0).dragTo(section(2).getByText('Nothing is asked here yet.'));
      await expect.poll(async () => [(await names(1)).length, (await names(2)).length], SOON).toEqual([1, 1]);
      await section(1).locator('.settings-item-grip').dragTo(section(2).locator('.settings-item'));
      await expect
        .poll(async () => (await names(2)).map((name) => name.split('\n')[0]), SOON)
        .toEqual(['City', 'Name']);
      await undone(page, 'Move “City” to section 2');
      await expect.poll(async () => (await names(1)).length, SOON).toBe(1);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'are of a kind with settings of its own, and shown and required by rules that are completed',
    async () => {
      const page = await open('Who');
      await head(page, 'City').click();
      await body(page, 'City')
        .getByRole('button', { name: /Kind of answer/ })
        .click();
      await page.getByRole('option', { name: 'One choice' }).click();
      const choices = body(page, 'City').getByRole('group', { name: 'Choices' });
      await choices.getByRole('group', { name: 'Choice 1' }).getByLabel('Label').fill('Lisbon');
      await choices.getByRole('button', { name: 'Add choice' }).click();
      await choices.getByRole('group', { name: 'Choice 3' }).waitFor();
      const shown = body(page, 'City').getByLabel(/Shown when/);
      await shown.pressSequentially('na');
      await page.getByRole('option', { name: /Name/ }).waitFor();
      await page.keyboard.press('Enter');
      await shown.pressSequentially(' = "Ann"');
      await body(page, 'City')
        .getByLabel(/Required when/)
        .fill('name =');
      await expect
        .poll(
          () =>
            body(page, 'City')
              .getByLabel(/Required when/)
              .getAttribute('aria-invalid'),
          SOON,
        )
        .toBe('true');
      await body(page, 'City')
        .getByLabel(/Required when/)
        .fill('true');
      await expect
        .poll(async () => (await saved(page, 'f_who')).sections)
        .toMatchObject([
          {
            items: [
              {},
              {
                answer: { kind: 'one-choice', variable: 'city' },
                choices: [{ value: 'choice_1', label: { en: 'Lisbon' } }, { value: 'choice_2' }, { value: 'choice_3' }],
                shownWhen: 'name = "Ann"',
                requiredWhen: 'true',
              },
            ],
          },
        ]);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'stand in sections, which are added, titled and moved with all that is in them',
    async () => {
      const page = await open('Who');
      await settings(page).getByRole('button', { name: 'Add section' }).click();
      const second = settings(page).getByRole('group', { name: 'Section 2' });
      await second.getByText('Title, columns and when it is shown').click();
      await second.getByLabel(/^Title/).fill('Address');
      await settings(page).getByRole('button', { name: 'More for City' }).click();
      await page.getByRole('menuitem', { name: 'Move to section 2' }).click();
      const titled = settings(page).getByRole('group', { name: 'Section 2: Address' });
      await titled.getByRole('button', { name: 'Add text' }).click();
      await titled.getByLabel('Text', { exact: true }).fill('As on the letter.');
      await settings(page).getByRole('button', { name: 'Move Section 2 up' }).click();
      await expect
        .poll(async () => (await saved(page, 'f_who')).sections)
        .toMatchObject([
          {
            title: { en: 'Address' },
            items: [{ label: { en: 'City' } }, { kind: 'text', text: { en: 'As on the letter.' } }],
          },
          { items: [{ label: { en: 'Name' } }] },
        ]);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('the columns of a table', () => {
  test(
    'are offered from the fields of the records, moved, changed and deleted',
    async () => {
      const page = await open('Their orders');
      await settings(page).getByRole('tab', { name: 'Answer' }).click();
      await settings(page).getByRole('button', { name: 'Add the other fields: total' }).press('Enter');
      await expectHeads(page, ['Number', 'Total']);
      await head(page, 'Total').focus();
      await page.keyboard.press('Alt+ArrowUp');
      await head(page, 'Number').click();
      await body(page, 'Number').getByLabel('Heading').fill('Order');
      await expect
        .poll(async () => (await saved(page, 't_orders')).columns)
        .toEqual([
          { field: 'total', label: { en: 'Total' }, type: 'number' },
          { field: 'number', label: { en: 'Order' } },
        ]);
      await settings(page).getByRole('button', { name: 'More for Total' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await expectHeads(page, ['Order']);
      await undone(page, 'Delete column “Total”');
      await expectHeads(page, ['Total', 'Order']);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );
});

test.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 360 },
] as const)(
  'the forms of Form and Table have no fault that axe finds, $theme $width',
  async (options) => {
    const page = await open('Who', options);
    await head(page, 'City').click();
    await body(page, 'City').waitFor();
    await body(page, 'City')
      .getByRole('button', { name: /Kind of answer/ })
      .scrollIntoViewIfNeeded();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  },
  PATIENCE,
);
