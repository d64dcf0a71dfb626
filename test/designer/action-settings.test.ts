import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '#prelude/json.ts';
import { accessibilityProblems } from '../browser/axe.ts';
import { sidewaysOverflow, smallTargets } from '../browser/targets.ts';
import { draw, text } from '../factories/draw.ts';
import { openDrawing, savedFile } from './open-drawing.ts';
import { card, faults, PATIENCE, SOON, settings } from './page-driver.ts';

const drawing = draw({
  variables: {
    number: { type: 'text', label: 'Customer number' },
    balance: { type: 'number', label: 'Balance' },
    orders: { type: 'list', label: 'Orders', items: { type: 'text' } },
  },
  elements: {
    s_hello: { name: 'Hello', text: text('Hello') },
    i_look: {
      name: 'Look up',
      connection: 'crm',
      method: 'GET',
      path: '/customers/{number}',
      inputs: [],
      outputs: [],
    },
    w_later: { name: 'Later', until: { kind: 'duration', duration: 'PT1M' } },
    u_who: { name: 'Identity', interaction: 'int_identity', outcomes: [], inputs: [], outputs: [] },
    l_each: { name: 'Each order', list: 'orders', item: 'order' },
  },
  connectors: ['s_hello -> i_look', 'i_look.done -> w_later', 'w_later -> u_who', 'u_who -> l_each'],
});

const open = (name: string, options: Parameters<typeof openDrawing>[2] = {}) => openDrawing(drawing, name, options);
const row = (page: Page, name: string): Locator => settings(page).getByRole('group', { name, exact: true });
const tab = (page: Page, name: string) => settings(page).getByRole('tab', { name }).click();

/** An element of the file as it would be saved now. */
async function saved(page: Page, id: string): Promise<JsonObject> {
  const { elements } = await savedFile(page);
  const element = isJsonObject(elements) ? elements[id] : undefined;
  if (!isJsonObject(element)) throw new Error(`There is no element ${id}`);
  return element;
}

/** Chooses from a list that is opened by a button. */
async function choose(page: Page, list: Locator, option: string): Promise<void> {
  await list.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describe('the settings of a call', () => {
  test(
    'take rows of what is sent and what is kept; what comes back is known to the outputs alone',
    async () => {
      const page = await open('Look up');
      await settings(page).getByRole('button', { name: 'Add input' }).click();
      await row(page, 'Input 1').getByLabel('Name').fill('currency');
      await row(page, 'Input 1').getByRole('textbox', { name: 'Value', exact: true }).fill('response.x');
      await row(page, 'Input 1').getByText('response').last().waitFor();
      await row(page, 'Input 1').getByRole('textbox', { name: 'Value', exact: true }).fill('"EUR"');
      await choose(page, row(page, 'Input 1').getByRole('button', { name: /Sent in/ }), 'Address');
      await settings(page).getByRole('button', { name: 'Add output' }).click();
      await row(page, 'Output 1').getByRole('combobox', { name: 'Variable' }).press('Control+a');
      await page.keyboard.type('Bal');
      await page.getByRole('option', { name: /Balance/ }).click();
      await row(page, 'Output 1').getByLabel('Becomes').fill('response.balance');
      expect(await row(page, 'Output 1').locator('[data-invalid]').count()).toBe(0);
      await tab(page, 'Settings');
      await settings(page).getByLabel('Sample answer').fill('{"balance": 12}');
      await expect
        .poll(() => saved(page, 'i_look'))
        .toMatchObject({
          inputs: [{ name: 'currency', value: '"EUR"', in: 'query' }],
          outputs: [{ variable: 'balance', value: 'response.balance' }],
          sample: { balance: 12 },
        });
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('buttons of a page', () => {
  test(
    'are added, changed, moved and removed, each for what it does, and undone as a whole',
    async () => {
      const page = await open('Hello');
      await tab(page, 'Settings');
      await settings(page).getByRole('button', { name: 'Add button' }).click();
      await row(page, 'Button 1').getByLabel('Label').fill('Open the map');
      await row(page, 'Button 1').getByLabel('Address').fill('https://example.org/{number}');
      await settings(page).getByRole('button', { name: 'Add button' }).click();
      await row(page, 'Button 2').getByLabel('Label').fill('Tell');
      await choose(page, row(page, 'Button 2').getByRole('button', { name: /What it does/ }), 'Tells the host');
      await row(page, 'Button 2').getByRole('button', { name: 'Add value' }).click();
      await row(page, 'Value 1').getByRole('textbox', { name: 'Value', exact: true }).fill('number');
      await row(page, 'Button 2').getByRole('button', { name: 'Move Button 2 up' }).click();
      const tell = {
        id: 'button_2',
        label: { en: 'Tell' },
        action: { kind: 'client-event', event: 'event', payload: [{ name: 'value_1', value: 'number' }] },
      };
      const map = {
        id: 'button_1',
        label: { en: 'Open the map' },
        action: { kind: 'open-link', url: 'https://example.org/{number}' },
      };
      await expect.poll(async () => (await saved(page, 's_hello')).buttons).toEqual([tell, map]);
      await row(page, 'Button 2').getByRole('button', { name: 'Remove Button 2' }).click();
      await expect.poll(async () => (await saved(page, 's_hello')).buttons).toEqual([tell]);
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await saved(page, 's_hello')).buttons).toEqual([tell, map]);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'are offered for pages alone',
    async () => {
      const page = await open('Look up');
      await tab(page, 'Settings');
      await settings(page).getByLabel('Sample answer').waitFor();
      expect(await settings(page).getByRole('button', { name: 'Add button' }).count()).toBe(0);
    },
    PATIENCE,
  );
});

describe('the settings of other elements that nobody sees', () => {
  test(
    'a Wait is for one of several things, each with its own settings',
    async () => {
      const page = await open('Later');
      await choose(page, settings(page).getByRole('button', { name: /Waits/ }), 'For an event outside');
      await settings(page).getByLabel('Event', { exact: true }).fill('payment.received');
      await settings(page)
        .getByRole('textbox', { name: /At most/ })
        .fill('60');
      await settings(page)
        .getByRole('textbox', { name: /At most/ })
        .press('Tab');
      const until = { kind: 'event', event: 'payment.received', limit: 'PT1M', outputs: [] };
      await expect.poll(async () => (await saved(page, 'w_later')).until).toEqual(until);
      // The way out for an event that does not come is on the map at once.
      await tab(page, 'Exits');
      await settings(page).getByRole('combobox', { name: 'Timed out leads to' }).waitFor();
    },
    PATIENCE,
  );

  test(
    'a Sub-Interaction has a way out for each outcome that is listed',
    async () => {
      const page = await open('Identity');
      await settings(page).getByRole('button', { name: 'Add way out' }).click();
      await row(page, 'Way out 1').getByLabel('Outcome').fill('not identified');
      await row(page, 'Way out 1').getByLabel('Name of the way out').fill('Unknown');
      await tab(page, 'Exits');
      await settings(page).getByRole('combobox', { name: 'Unknown leads to' }).waitFor();
      await expect
        .poll(async () => (await saved(page, 'u_who')).outcomes)
        .toEqual([{ id: 'way_out_1', outcome: 'not identified', label: 'Unknown' }]);
    },
    PATIENCE,
  );

  test(
    'a Loop whose variable is not there is mended from the Problems panel',
    async () => {
      const page = await open('Each order');
      await page.getByRole('button', { name: /^Problems/ }).click();
      await page.getByRole('button', { name: 'Make “order” as text' }).click();
      await expect
        .poll(async () => (await savedFile(page)).variables, SOON)
        .toMatchObject({
          order: { type: 'text', label: 'order' },
        });
    },
    PATIENCE,
  );
});

test.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
] as const)(
  'the form of a call and of buttons has no fault that axe finds, $theme',
  async (options) => {
    const page = await open('Look up', options);
    await settings(page).getByRole('button', { name: 'Add input' }).click();
    await settings(page).getByRole('button', { name: 'Add output' }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    await card(page, 'Statement: Hello').click();
    await tab(page, 'Settings');
    await settings(page).getByRole('button', { name: 'Add button' }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  },
  PATIENCE,
);
