import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDrawing } from './open-drawing.ts';
import { card, faults, PATIENCE, SOON } from './page-driver.ts';
import { tested } from './tests-page.ts';

/** Whether all of these lie within the map. */
async function areSeen(page: Page, cards: readonly Locator[]): Promise<boolean> {
  const map = await page.locator('.react-flow').boundingBox();
  const boxes = await Promise.all(cards.map((one) => one.boundingBox()));
  return boxes.every((box) => map !== null && box !== null && box.x >= map.x && box.x + box.width <= map.x + map.width);
}

const hasFocus = (page: Page) => page.locator('.react-flow').evaluate((map) => map === document.activeElement);

test(
  'a panel that opens beside the map leaves whoever works there where they were, and shows what they saw',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    const map = await page.locator('.react-flow').elementHandle();
    const ends = [card(page, 'Question: Problem'), card(page, 'Statement: Full fee')];
    await page.keyboard.press('Shift+1');
    await expect.poll(() => areSeen(page, ends), SOON).toBe(true);
    const comments = page.getByRole('region', { name: 'Comments' });
    await page.keyboard.press('Control+Alt+m');
    await comments.waitFor();
    await expect.poll(() => areSeen(page, ends), SOON).toBe(true);
    await expect.poll(() => hasFocus(page)).toBe(true);
    expect(await map?.evaluate((one) => one.isConnected)).toBe(true);
    await page.keyboard.press('Control+Alt+m');
    await comments.waitFor({ state: 'detached' });
    await expect.poll(() => hasFocus(page)).toBe(true);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);
