import { expect, test } from 'vitest';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { draw } from '#test/factories/draw.ts';
import { openDrawing, savedFile } from './open-drawing.ts';
import { faults, PATIENCE, SOON, settings } from './page-driver.ts';

const drawn = draw({
  name: 'Greetings',
  languages: ['en', 'de'],
  elements: {
    s_hello: { name: 'Welcome', text: { en: 'Hello', de: 'Hallo' } },
    s_bye: { name: 'Farewell', text: { en: 'Bye', de: 'Tschüs' } },
    s_new: { name: 'Wait', text: { en: 'One moment' } },
  },
  connectors: ['s_hello -> s_bye', 's_bye -> s_new'],
});

test.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 360 },
] as const)(
  'a text that is changed leaves its translation out of date, until it is written anew or said to be right ($theme, $width px)',
  async (options) => {
    const page = await openDrawing(drawn, 'Welcome', { theme: options.theme });
    await settings(page).getByLabel('Text', { exact: true }).fill('Good day');
    await page.locator('.react-flow').focus();
    await page.getByRole('button', { name: 'Translations', exact: true }).click();
    await page.setViewportSize({ width: options.width, height: 800 });
    const list = page.getByRole('region', { name: 'Translations' });
    await list.getByText('1 of 3 missing; people see English instead.').waitFor();
    await list.getByText('1 of 3 out of date: English was changed after it was translated.').waitFor();
    const rows = list.getByRole('list', { name: 'Texts' }).getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(3);
    await list.getByRole('button', { name: /Show/ }).click();
    await page.getByRole('option', { name: 'Out of date (1)' }).click();
    await expect.poll(() => rows.count(), SOON).toBe(1);
    await rows.getByText('Translated when English said: Hello').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    // By keyboard: the button follows the field.
    await list.getByRole('textbox', { name: 'Text (German)' }).focus();
    for (let n = 0; n < 20; n++) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Still right') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await rows.getByText('Out of date').waitFor({ state: 'detached' });
    // What was looked at stays in sight, and whoever goes on by keyboard is in its field.
    await expect.poll(() => rows.count()).toBe(1);
    await list.locator('textarea:focus').waitFor();
    await page.getByRole('button', { name: 'Undo: Keep text in German as it is' }).click();
    await rows.getByText('Out of date').waitFor();
    await expect
      .poll(async () => (await savedFile(page)).elements)
      .toMatchObject({
        s_hello: { outdated: [{ language: 'de', text: 'Hallo', from: 'Hello' }] },
      });
    await list.getByRole('textbox', { name: 'Text (German)' }).fill('Guten Tag');
    await rows.getByText('Out of date').waitFor({ state: 'detached' });
    expect(JSON.stringify(await savedFile(page))).not.toContain('outdated');
    await list.getByRole('button', { name: /Show/ }).click();
    await page.getByRole('option', { name: 'All texts (3)' }).click();
    await list.getByRole('button', { name: /Show/ }).click();
    await page.getByRole('option', { name: 'Out of date (0)' }).click();
    await list.getByText('No text is out of date in German.').waitFor();
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);
