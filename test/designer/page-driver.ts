import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { builtPages, newPage, type PageOptions, problemsOf } from '../browser/pages.ts';
import { servePages } from '../browser/serve-pages.ts';

/** The first test of a run also builds the pages and starts the browser. */
export const PATIENCE = 600_000;

/** What follows an act is seen within this, also on a machine that is busy with other tests. */
export const SOON = { timeout: 120_000 };

/** A new Interaction in a designer that has no server. */
export async function newInteraction(options: PageOptions = {}): Promise<Page> {
  const page = await newPage(options);
  await page.goto(`${await servePages(await builtPages())}/designer`);
  await page.getByRole('button', { name: 'New Interaction' }).click();
  await page.getByRole('heading', { name: 'Begin with what is said or asked first' }).waitFor();
  await settingsThere(page);
  return page;
}

/** They come a moment after the map; until then keys that are meant for them are held. */
export async function settingsThere(page: Page): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) >= 900) {
    await settings(page).getByRole('heading').first().waitFor();
    return;
  }
  // On a narrow page they are in sight with an element only; what is fetched next tells that they are there.
  const isNextAsked = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('/quick-add-'));
  await page.waitForFunction(isNextAsked, undefined, { polling: 50 });
}

/** Cards of the map by what they are called: `Choice: Billing`. */
export const card = (page: Page, name: string): Locator =>
  page.locator('[data-element]').filter({ has: page.getByRole('option', { name: new RegExp(`^${name}`) }) });
export const cards = (page: Page, type: string): Locator => card(page, `${type}: `);
export const settings = (page: Page): Locator => page.getByRole('complementary', { name: 'Settings' });

export async function expectSeedExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(() => cards(page, 'Question').count(), SOON).toBe(1);
  await expect.poll(() => cards(page, 'Choice').count(), SOON).toBe(3);
  await expect.poll(() => cards(page, 'Statement').count(), SOON).toBe(1);
  await expect.poll(() => page.locator('[data-connector]').count(), SOON).toBe(6);
  await expect.poll(() => page.getByText('Saved in this browser').count(), SOON).toBe(1);
}

/** Errors but that there is no server to ask who one is. */
export const faults = (page: Page) => problemsOf(page).filter((problem) => !problem.includes('404'));

export async function insertByMenu(page: Page, type: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  await page.getByRole('menuitem', { name: type }).click();
  await settings(page).getByLabel('Name').fill(name);
}

/** Where something of the map lies, once the map stands still. */
export async function placeOf(one: Locator) {
  await one.hover({ trial: true });
  const box = await one.boundingBox();
  if (!box) throw new Error('It is not in sight');
  return { ...box, middle: [box.x + box.width / 2, box.y + box.height / 2] as const };
}

/** Drags from the way out of one card to another card. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await placeOf(from.locator('.map-port'));
  const end = await placeOf(to);
  await page.mouse.move(...start.middle);
  await page.mouse.down();
  await page.mouse.move(...end.middle, { steps: 8 });
  await page.mouse.up();
}

/** The same drawn by names and keys of the keyboard alone; the focus begins on the map. */
export async function drawByKeyboard(page: Page): Promise<void> {
  await page.locator('.react-flow').focus();
  await page.keyboard.press('q');
  await page.keyboard.type('Problem');
  await page.keyboard.press('Tab');
  await page.keyboard.type('What type of problem do you have?');
  await page.keyboard.press('Escape');
  for (const name of ['Billing', 'Technical', 'Something else']) {
    await page.keyboard.press('c');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('s');
  await page.keyboard.type('Confirm');
  await page.keyboard.press('Tab');
  await page.keyboard.type('You have selected {prob');
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  await page.keyboard.press('Escape');
}
