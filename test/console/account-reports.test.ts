import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportRoutes } from '#api/reports.ts';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { type Office, openConsole, openOffice, PATIENCE, SLOW } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

/** What is still being written anywhere in the database holds the feed up for a moment. */
async function fed(): Promise<void> {
  const started = async () => {
    await office.house.server.services.replica?.feed();
    const account = office.account.id;
    return (await office.administrator.call(reportRoutes.summary, { account }, { query: {} })).started;
  };
  await expect.poll(started, { timeout: SLOW }).toBe(3);
}

describe('the reports of the account', () => {
  test(
    'list the Interactions that had sessions, say how many had none, and lead on',
    async () => {
      await fed();
      const page = await openConsole(office, office.administrator, '/reports', { reports: 'own' });
      const table = page.getByRole('grid', { name: 'Interactions' });
      const row = table.getByRole('row', { name: 'Problem type' });
      await row.waitFor();
      const cells = await row.getByRole('gridcell').allInnerTexts();
      expect(cells.slice(0, 3)).toEqual(['3', '3', '100%']);
      // The head and this one: what was never run is not among the figures.
      await expect.poll(() => table.getByRole('row').count()).toBe(2);
      await page.getByText('2 Interactions had no sessions in this period.').waitFor();
      expect(await accessibilityProblems(page, 'main')).toEqual([]);
      await page.goto(`${office.house.server.url}/console/reports?period=custom&from=2026-01-01&to=2026-01-02`);
      await table.getByText('No Interaction had sessions in this period').waitFor();
      await page.getByText('3 Interactions had no sessions in this period.').waitFor();
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('the sessions behind a number', () => {
  const sessions = () => `/interactions/${office.problem.interaction.id}/reports?view=sessions`;

  test(
    'are told to a designer, but not opened, and it is said who can',
    async () => {
      await fed();
      const page = await openConsole(office, office.designer, sessions(), { reports: 'own' });
      const table = page.getByRole('grid', { name: 'Sessions' });
      await expect.poll(() => table.getByRole('row').count(), { timeout: SLOW }).toBe(4);
      await page.getByText('To keep a session as a test, ask for one of these roles beside your own.').waitFor();
      expect(await table.locator('[data-href]').count()).toBe(0);
      expect(await accessibilityProblems(page, 'main')).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'are opened by a designer who is an analyst too, and kept as a test',
    async () => {
      await fed();
      const both = await office.account.person('designer', 'analyst');
      const page = await openConsole(office, both, sessions(), { reports: 'own' });
      const table = page.getByRole('grid', { name: 'Sessions' });
      await table.getByRole('row').nth(1).waitFor();
      expect(await page.getByText('hold what the customer answered').count()).toBe(0);
      await table.getByRole('row').nth(1).click();
      await page.getByRole('link', { name: 'Keep as test' }).click();
      const tests = page.getByRole('region', { name: 'Tests' });
      await expect.poll(() => tests.innerText(), { timeout: SLOW }).toContain('Session of');
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );
});
