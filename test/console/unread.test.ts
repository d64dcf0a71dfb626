import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULT, serverFails, triesAgain } from '#test/browser/server-fails.ts';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';
import { PAGES } from './every-page.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

/** What is said where there is nothing. */
const EMPTY = /\b(No .* (yet|here|match\w*)|No API keys|No connections|Nobody|Nothing has|is empty|in no team)\b/;

const alert = (page: Page) => page.getByRole('alert').filter({ hasText: FAULT }).first();

describe.each(PAGES)('the page %s', (_name, path, complete) => {
  test(
    'says that it could not be read, not that there is nothing, and is read again when asked',
    async () => {
      const page = await openConsole(office, office.administrator, '/sign-in');
      const works = await serverFails(page);
      await page.goto(`${office.house.server.url}/console${path(office)}`);
      await alert(page).waitFor();
      expect(await page.getByRole('main').innerText()).not.toMatch(EMPTY);
      await works();
      await triesAgain(page, complete);
      expect(await alert(page).count()).toBe(0);
    },
    PATIENCE,
  );
});

describe('a part of a page', () => {
  test.each([
    ['the folders', /\/api\/.*\/folders/, '/interactions', 'Folders could not be read', 'text=Lost or stolen card'],
    [
      'the versions of a report',
      /\/api\/.*\/versions(\?|$)/,
      undefined,
      'Versions could not be read',
      'text=Handle time',
    ],
  ] as const)(
    'that offers %s says where they could not be read; the rest is there',
    async (_what, which, path, says, rest) => {
      const reports = `/interactions/${office.fault.interaction.id}/reports`;
      const page = await openConsole(office, office.administrator, '/sign-in');
      const works = await serverFails(page, which);
      await page.goto(`${office.house.server.url}/console${path ?? reports}`);
      await page.locator(rest).first().waitFor();
      if (path === undefined) await page.getByRole('button', { name: 'Versions: All versions' }).click();
      await page.getByRole('alert').filter({ hasText: says }).waitFor();
      await works();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
    },
    PATIENCE,
  );

  test(
    'of a list that goes on says that it could not be read on, and keeps what is there',
    async () => {
      const page = await openConsole(office, office.administrator, '/sign-in');
      const isFirst = (url: string) => !url.includes('cursor=');
      await page.route(/\/api\/.*\/interactions(\?|$)/, async (route) => {
        const answer = await route.fetch();
        const body = await answer.json();
        if (isFirst(route.request().url())) await route.fulfill({ json: { ...body, next: 'more' } });
        else await route.fallback();
      });
      const works = await serverFails(page, /\/interactions\?.*cursor=more/);
      await page.goto(`${office.house.server.url}/console/interactions`);
      await alert(page).waitFor();
      await page.getByRole('row', { name: 'Broadband fault' }).waitFor();
      await works();
      await page.route(/\/interactions\?.*cursor=more/, (route) => route.fulfill({ json: { items: [] } }));
      await page.getByRole('button', { name: 'Try again' }).click();
      await alert(page).waitFor({ state: 'detached' });
      await page.getByRole('row', { name: 'Broadband fault' }).waitFor();
    },
    PATIENCE,
  );
});
