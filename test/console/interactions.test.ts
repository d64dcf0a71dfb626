import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

describe('the Interactions page', () => {
  test(
    'says of each Interaction where it stands, who changed it and how it is used',
    async () => {
      const page = await openConsole(office, office.administrator, '/interactions');
      const row = page.getByRole('row', { name: 'Problem type' });
      await row.waitFor();
      const text = await row.innerText();
      expect(text).toContain('Live 1');
      expect(text).toContain('Draft 2');
      expect(text).toContain('Finds out what a call is about.');
      expect(text).toContain('designer');
      const head = await page.getByRole('columnheader').allInnerTexts();
      expect(head.map((one) => one.trim()).filter((one) => one !== '')).toEqual([
        'Name',
        'Status',
        'Description',
        'Last modified',
        'Sessions (7 days)',
        'Problems',
        'Change requests',
        'Actions',
      ]);
      await row.getByRole('gridcell', { name: '3', exact: true }).waitFor();
    },
    PATIENCE,
  );

  test(
    'keeps its filters in the address, so that a link shows the same',
    async () => {
      const page = await openConsole(office, office.administrator, '/interactions');
      await page.getByRole('searchbox', { name: 'Search Interactions' }).fill('card');
      await page.getByRole('row', { name: 'Broadband fault' }).waitFor({ state: 'detached' });
      await page.getByRole('row', { name: 'Lost or stolen card' }).waitFor();
      await page.getByRole('button', { name: /Every status/ }).click();
      await page.getByRole('option', { name: 'In review' }).click();
      await page.waitForURL(/status=in-review/);
      const again = await openConsole(
        office,
        office.administrator,
        new URL(page.url()).pathname.replace('/console', '') + new URL(page.url()).search,
      );
      await again.getByRole('row', { name: 'Lost or stolen card' }).waitFor();
      await expect.poll(() => again.getByRole('row').count()).toBe(2);
      await again.getByRole('searchbox').fill('nothing is called so');
      await again.getByText('No Interaction matches').waitFor();
      await again.getByRole('button', { name: 'Clear filters' }).click();
      await again.getByRole('row', { name: 'Broadband fault' }).waitFor();
      await expect.poll(() => again.getByRole('searchbox').inputValue()).toBe('');
      expect(new URL(again.url()).search).not.toContain('text');
    },
    PATIENCE,
  );

  test(
    'says what is wrong when the list cannot be read, and reads it again when asked',
    async () => {
      const page = await openConsole(office, office.administrator, '/change-requests');
      await page.getByText('No change requests here').waitFor();
      await page.route(/\/interactions(\?|$)/, (route) =>
        route.fulfill({
          status: 503,
          json: {
            type: 'about:blank',
            title: 'The database cannot be reached',
            status: 503,
            code: 'server.unavailable',
            detail: 'Try again in a few seconds; nothing you sent was lost or half done.',
            request: 'r1',
          },
        }),
      );
      await page.getByRole('link', { name: 'Interactions' }).click();
      await page.getByRole('alert').filter({ hasText: 'The database cannot be reached' }).waitFor();
      await page.unroute(/\/interactions(\?|$)/);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('row', { name: 'Broadband fault' }).waitFor();
    },
    PATIENCE,
  );

  test(
    'moves an Interaction to the trash after showing what that means, and takes it back',
    async () => {
      const page = await openConsole(office, office.administrator, '/interactions');
      await page.getByRole('button', { name: 'Actions for Lost or stolen card' }).click();
      await page.getByRole('menuitem', { name: 'Delete Interaction' }).click();
      const dialog = page.getByRole('dialog', { name: /Delete “Lost or stolen card”/ });
      await dialog.getByText(/1 version.*can be restored until/).waitFor();
      await dialog.getByRole('button', { name: 'Move to trash' }).click();
      await page.getByRole('row', { name: 'Lost or stolen card' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('row', { name: 'Lost or stolen card' }).waitFor();
    },
    PATIENCE,
  );

  test(
    'moves several at once to a folder',
    async () => {
      const page = await openConsole(office, office.administrator, '/interactions');
      for (const name of ['Problem type', 'Lost or stolen card']) {
        await page.getByRole('row', { name }).press('Space');
      }
      await page.getByText('2 Interactions selected').waitFor();
      await page.getByRole('button', { name: 'Move to folder' }).click();
      const dialog = page.getByRole('dialog', { name: 'Move 2 Interactions' });
      await dialog.getByRole('button', { name: /Folder/ }).click();
      await page.getByRole('option', { name: 'Broadband' }).click();
      await dialog.getByRole('button', { name: 'Move 2 Interactions' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page
        .getByRole('row', { name: /Problem type/ })
        .getByText('Broadband')
        .waitFor();
    },
    PATIENCE,
  );
});

describe('the life of a version', () => {
  test(
    'designers submit, and see no way to approve',
    async () => {
      const { designer, fault } = office;
      const page = await openConsole(office, designer, `/interactions/${fault.interaction.id}/versions`);
      await page.getByRole('article', { name: 'Version 1' }).waitFor();
      expect(await page.getByRole('button', { name: /Approve/ }).count()).toBe(0);
    },
    PATIENCE,
  );

  test(
    'a reviewer requests changes with a reason, which then stands in the version’s history',
    async () => {
      const { reviewer, card } = office;
      const page = await openConsole(office, reviewer, `/interactions/${card.interaction.id}/versions`);
      await page.getByRole('button', { name: 'Request changes' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Request changes' }).click();
      await dialog.getByText('Say what has to change, so that the designer can act on it.').waitFor();
      await dialog.getByRole('textbox', { name: 'What has to change' }).fill('Ask for the last payment first.');
      await dialog.getByRole('button', { name: 'Request changes' }).click();
      await page.getByText('Changes requested', { exact: true }).first().waitFor();
      await page.getByText('Decisions, problems and tests').click();
      await page.getByText('“Ask for the last payment first.”').waitFor();
    },
    PATIENCE,
  );

  test(
    'an administrator approves and goes live in one step, and the list says so',
    async () => {
      const { administrator, problem } = office;
      const page = await openConsole(office, administrator, `/interactions/${problem.interaction.id}/overview`);
      await page.getByRole('button', { name: 'Approve and go live' }).click();
      await page.getByRole('button', { name: 'Approve version 2 and go live' }).click();
      await page.getByText('Version 2 is live', { exact: true }).waitFor();
      await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Interactions' }).click();
      await page.getByRole('row', { name: 'Problem type' }).getByText('Live 2').waitFor();
      await page.getByRole('row', { name: 'Problem type' }).click();
      await page.getByRole('tab', { name: 'History' }).click();
      await page.getByText('made live Problem type, version 2').waitFor();
    },
    PATIENCE,
  );
});
