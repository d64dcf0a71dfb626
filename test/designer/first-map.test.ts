import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { builtScript, gzipBytes } from '../browser/built-entry.ts';
import { builtPages } from '../browser/pages.ts';
import { cards, faults, insertByMenu, newInteraction, PATIENCE, SOON, settings, settingsThere } from './page-driver.ts';

/** Bytes after gzip of the scripts and styles that are asked for before the first map is drawn. */
const FIRST_MAP = 505_000;

/** The page is loaded again, and its first map is drawn. */
async function openAgain(page: Page): Promise<void> {
  await page.reload();
  await page.locator('[data-element]').first().waitFor();
}

/** From now on a script is held; what comes back lets it through. */
async function hold(page: Page, source: string): Promise<() => void> {
  let letThrough = () => {};
  const isLetThrough = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(`**/${builtScript(await builtPages(), source)}`, async (route) => {
    await isLetThrough;
    await route.continue();
  });
  return letThrough;
}

/** From now on there is no way to a script; what comes back opens it again. */
async function cutOff(page: Page, source: string): Promise<() => Promise<void>> {
  const address = `**/${builtScript(await builtPages(), source)}`;
  await page.route(address, (route) => route.abort());
  return () => page.unroute(address);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test(
  `at most ${FIRST_MAP / 1000} kB of scripts and styles are asked for before the first map is drawn`,
  async () => {
    const page = await newInteraction();
    await insertByMenu(page, 'Question', 'Problem');
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('[data-element]') === null) return;
        observer.disconnect();
        performance.mark('drawn');
      }).observe(document, { childList: true, subtree: true });
    });
    await openAgain(page);
    await settingsThere(page);
    const asked = await page.evaluate(() => {
      const drawn = performance.getEntriesByName('drawn')[0]?.startTime ?? 0;
      const files = performance.getEntriesByType('resource').filter(({ name }) => /\.(js|css)$/.test(name));
      const paths = (some: typeof files) => some.map(({ name }) => new URL(name).pathname);
      return {
        before: paths(files.filter(({ startTime }) => startTime < drawn)),
        after: paths(files.filter(({ startTime }) => startTime >= drawn)),
      };
    });
    const folder = await builtPages();
    expect(asked.before.length).toBeGreaterThan(10);
    expect(gzipBytes(folder, [...new Set(asked.before)])).toBeLessThanOrEqual(FIRST_MAP);
    expect(asked.after).toContain(`/${builtScript(folder, 'designer/settings/settings-panel.tsx')}`);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'settings that come late take the cursor all the same, and what is typed meanwhile does nothing to the map',
  async () => {
    const page = await newInteraction();
    await insertByMenu(page, 'Statement', 'Hello');
    const letThrough = await hold(page, 'designer/settings/settings-panel.tsx');
    await openAgain(page);
    await page.locator('.react-flow').focus();
    await page.keyboard.press('q');
    await expect.poll(() => cards(page, 'Question').count(), SOON).toBe(1);
    await page.keyboard.type('sss');
    letThrough();
    const name = settings(page).getByLabel('Name');
    await expect.poll(() => name.evaluate((field) => field === document.activeElement), SOON).toBe(true);
    await page.keyboard.type('Problem');
    await expect.poll(() => name.inputValue(), SOON).toBe('Problem');
    expect(await cards(page, 'Statement').count()).toBe(1);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'Escape leaves settings that are not there yet, and the keys are the map’s again',
  async () => {
    const page = await newInteraction();
    await insertByMenu(page, 'Statement', 'Hello');
    const letThrough = await hold(page, 'designer/settings/settings-panel.tsx');
    await openAgain(page);
    await page.locator('.react-flow').focus();
    await page.keyboard.press('q');
    await expect.poll(() => cards(page, 'Question').count(), SOON).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await expect.poll(() => cards(page, 'Question').count(), SOON).toBe(0);
    letThrough();
    await settingsThere(page);
    expect(await focused(page)).toMatch(/^Map of/);
  },
  PATIENCE,
);

test(
  'settings that cannot be loaded say so and come when they are tried again; the map stays meanwhile',
  async () => {
    const page = await newInteraction();
    await insertByMenu(page, 'Statement', 'Hello');
    const open = await cutOff(page, 'designer/settings/settings-panel.tsx');
    await openAgain(page);
    await settings(page).getByRole('alert').getByText('The settings could not be loaded').waitFor();
    await page.locator('.react-flow').focus();
    await page.keyboard.press('q');
    await expect.poll(() => cards(page, 'Question').count(), SOON).toBe(1);
    await open();
    await settings(page).getByRole('button', { name: 'Try again' }).click();
    await settings(page).getByLabel('Name').fill('Problem');
    await page.getByRole('option', { name: 'Question: Problem' }).waitFor();
  },
  PATIENCE,
);

test(
  'a dialog that comes late holds the keys, and one that cannot be loaded says so and is tried again',
  async () => {
    const page = await newInteraction();
    await insertByMenu(page, 'Statement', 'Hello');
    const letThrough = await hold(page, 'designer/dialogs/palette.tsx');
    const open = await cutOff(page, 'designer/dialogs/publish-dialog.tsx');
    await openAgain(page);
    await page.locator('.react-flow').focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sss');
    letThrough();
    const palette = page.getByRole('dialog', { name: 'Commands and elements' });
    await palette.waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/^Map of/);
    expect(await cards(page, 'Statement').count()).toBe(1);

    await page.getByRole('button', { name: 'Publish' }).click();
    const failed = page.getByRole('dialog', { name: 'What is needed for publishing could not be loaded' });
    await failed.waitFor();
    await open();
    await failed.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('dialog', { name: /^Publish/ }).waitFor();
    expect(await cards(page, 'Statement').count()).toBe(1);
  },
  PATIENCE,
);
