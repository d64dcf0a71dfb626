import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focusOf, heard, listen } from '#test/browser/heard.ts';
import { type Office, openAs, openConsole, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

describe('going from page to page by keys', () => {
  test(
    'names each in the tab of the browser and puts the focus on its heading',
    async () => {
      const page = await openConsole(office, office.administrator, '/interactions');
      const row = page.getByRole('row', { name: /Broadband fault/ });
      await row.waitFor();
      await expect.poll(() => page.title()).toBe('Interactions · Waymark');
      await row.press('Enter');
      await expect.poll(() => page.title()).toBe('Overview · Broadband fault · Waymark');
      await expect.poll(() => focusOf(page)).toBe('h1 Broadband fault');
      await page.getByRole('tab', { name: 'Overview' }).press('ArrowRight');
      await expect.poll(() => page.title()).toBe('Versions · Broadband fault · Waymark');
      await expect.poll(() => focusOf(page)).toBe('tab Versions');
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Reports' }).press('Enter');
      await expect.poll(() => page.title()).toBe('Reports · Waymark');
      await expect.poll(() => focusOf(page)).toBe('h1 Reports');
    },
    PATIENCE,
  );

  test(
    'names the way in, too',
    async () => {
      const page = await openAs(office, { cookie: undefined }, '/sign-in');
      await expect.poll(() => page.title()).toBe('Sign in · Waymark');
    },
    PATIENCE,
  );
});

describe('buttons of several things of a kind', () => {
  test(
    'say which thing they are about',
    async () => {
      const path = `/interactions/${office.problem.interaction.id}`;
      const page = await openConsole(office, office.administrator, `${path}/versions`);
      await page.getByRole('link', { name: 'Run as test: version 2' }).waitFor();
      await page.getByRole('link', { name: 'Run as test: version 1' }).waitFor();
      await page.goto(`${office.house.server.url}/console${path}/review`);
      await page.getByRole('button', { name: /^Resolve: .* on Problem/ }).waitFor();
    },
    PATIENCE,
  );
});

test(
  'a search says how many it found, also where that is nothing',
  async () => {
    const page = await openConsole(office, office.administrator, '/interactions');
    await page.getByRole('row', { name: /Broadband fault/ }).waitFor();
    await listen(page);
    const search = page.getByRole('searchbox', { name: 'Search Interactions' });
    await search.fill('fault');
    await expect.poll(() => heard(page)).toEqual(['1 found']);
    await search.fill('card');
    await expect.poll(() => heard(page)).toEqual(['1 found', '1 found']);
    await search.fill('nowhere');
    await expect.poll(() => heard(page)).toEqual(['1 found', '1 found', '0 found']);
  },
  PATIENCE,
);

test(
  'Enter on the map of a report leads to the figures, Escape back to the map',
  async () => {
    const path = `/interactions/${office.fault.interaction.id}/reports?view=flow`;
    const page = await openConsole(office, office.administrator, path);
    await page.locator('.map-card-figure').first().waitFor();
    await page.getByRole('application', { name: /^Map of Broadband fault/ }).press('Enter');
    await expect.poll(() => focusOf(page)).toBe('h2 What is wrong');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Figures of What is wrong' }).waitFor({ state: 'detached' });
    await expect.poll(() => focusOf(page)).toMatch(/^application Map of Broadband fault/);
  },
  PATIENCE,
);

test(
  'the map of a report says of what its figures are, and shows its lines to eyes alone',
  async () => {
    const path = `/interactions/${office.fault.interaction.id}/reports?view=flow&measure=time`;
    const page = await openConsole(office, office.administrator, path);
    const map = page.getByRole('application', { name: /^Map of Broadband fault/ });
    await map
      .getByRole('option', { name: /Median time: [\d.]+ s$/ })
      .first()
      .waitFor();
    expect(await map.getByRole('img').count()).toBe(0);
  },
  PATIENCE,
);

test(
  'tabs are all in sight on a telephone',
  async () => {
    const page = await openConsole(office, office.administrator, '/administration/people', { width: 360 });
    await page.getByRole('tab', { name: 'People' }).waitFor();
    const outside = await page
      .getByRole('tab')
      .evaluateAll((tabs) =>
        tabs.filter((tab) => tab.getBoundingClientRect().right > innerWidth).map((tab) => tab.textContent),
      );
    expect(outside).toEqual([]);
  },
  PATIENCE,
);
