import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeRoutes } from '#api/outcomes.ts';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { draw, text } from '#test/factories/draw.ts';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

const labels = async () => {
  const { items } = await office.administrator.call(outcomeRoutes.list, { account: office.account.id });
  return items.filter(({ own }) => !own).map(({ label }) => label.en);
};

const open = () => openConsole(office, office.administrator, '/administration/outcomes');

async function act(page: Awaited<ReturnType<typeof open>>, outcome: string, what: string) {
  await page.getByRole('button', { name: `Actions for ${outcome}` }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

describe('outcomes', () => {
  test(
    'are added with words in each language, renamed and moved',
    async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Add an outcome' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add an outcome' });
      await dialog.getByRole('button', { name: 'Add outcome' }).click();
      await dialog.getByText('Write what it is called in one language at least.').waitFor();
      await dialog.getByRole('textbox', { name: 'English' }).fill('Contract sold');
      await expect.poll(() => dialog.getByRole('textbox', { name: 'Key' }).inputValue()).toBe('contract_sold');
      await dialog.getByRole('radio', { name: 'Success' }).press('Space');
      await dialog.getByRole('button', { name: 'Add outcome' }).click();
      await dialog.waitFor({ state: 'detached' });
      const row = page.getByRole('row', { name: /Contract sold/ });
      await row.getByText('Success').waitFor();
      await act(page, 'Contract sold', 'Move up');
      await expect
        .poll(labels)
        .toEqual([
          'Resolved',
          'Not resolved',
          'Call back',
          'Information given',
          'Complaint taken',
          'Contract sold',
          'Wrong number',
        ]);
      await act(page, 'Contract sold', 'Edit');
      const edit = page.getByRole('dialog', { name: 'Outcome “Contract sold”' });
      await edit.getByRole('textbox', { name: 'English' }).fill('Sold');
      await edit.getByRole('button', { name: 'Save outcome' }).click();
      await page.getByRole('rowheader', { name: /^Sold/ }).waitFor();
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'in use cannot be deleted: they are retired, and used again',
    async () => {
      const drawn = draw({
        name: 'Wrong line',
        elements: { s_a: { name: 'Sorry', text: text('Sorry') }, e_a: { name: 'The end', outcome: 'wrong_number' } },
        connectors: ['s_a -> e_a'],
      });
      await office.administrator.release(writeInteraction({ ...drawn, id: 'int_wrong' as InteractionId }));
      const page = await open();
      await act(page, 'Wrong number', 'Delete');
      const dialog = page.getByRole('alertdialog', { name: 'Delete “Wrong number”?' });
      await dialog.getByText('It is in use and cannot be deleted').waitFor();
      await dialog.getByRole('link', { name: 'Wrong line' }).waitFor();
      await dialog.getByRole('button', { name: 'Retire outcome' }).click();
      const row = page.getByRole('row', { name: /Wrong number/ });
      await row.getByText('Retired').waitFor();
      await act(page, 'Wrong number', 'Use again');
      await row.getByText('Offered').waitFor();
    },
    PATIENCE,
  );

  test(
    'that were never given are deleted',
    async () => {
      const page = await open();
      await act(page, 'Complaint taken', 'Delete');
      await page.getByRole('button', { name: 'Delete outcome' }).click();
      await page.getByRole('row', { name: /Complaint taken/ }).waitFor({ state: 'detached' });
    },
    PATIENCE,
  );

  test(
    'are merged, and sessions are shown with the words of the one that is left',
    async () => {
      const { administrator, account } = office;
      const body = { key: 'fixed', label: { en: 'Fixed' }, kind: 'success' as const };
      await administrator.call(outcomeRoutes.create, { account: account.id }, { body });
      const drawn = draw({
        name: 'Quick fix',
        elements: { s_a: { name: 'Hello', text: text('Hello') }, e_a: { name: 'The end', outcome: 'fixed' } },
        connectors: ['s_a -> e_a'],
      });
      await administrator.release(writeInteraction({ ...drawn, id: 'int_fix' as InteractionId }));
      const session = await administrator.answer(await administrator.start('int_fix' as InteractionId));
      const page = await open();
      await act(page, 'Fixed', 'Merge into another one');
      const dialog = page.getByRole('dialog', { name: 'Merge “Fixed” into another outcome' });
      await dialog.getByText('1 session ended so.').waitFor();
      await dialog.getByRole('button', { name: /Counts as/ }).click();
      await page.getByRole('option', { name: 'Resolved', exact: true }).click();
      await dialog.getByRole('button', { name: 'Merge outcomes' }).click();
      await page.getByRole('row', { name: /Fixed/ }).getByText('Counts as Resolved').waitFor();
      await page.goto(`${office.house.server.url}/console/sessions/${session.id}?account=${account.id}&step=1`);
      await page.getByText('Ended at “The end”: Resolved').waitFor();
      await page.locator('waymark-player').getByRole('heading', { name: 'Resolved' }).waitFor();
    },
    PATIENCE,
  );

  test(
    'that are always there can be called otherwise, and reports say so',
    async () => {
      const page = await open();
      const own = page.getByRole('grid', { name: 'Outcomes that are always there' });
      await own.getByRole('row', { name: /Quit/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Outcome “Quit”' });
      expect(await dialog.getByRole('radio').count()).toBe(0);
      await dialog.getByRole('textbox', { name: 'English' }).fill('Customer hung up');
      await dialog.getByRole('button', { name: 'Save outcome' }).click();
      await own.getByRole('row', { name: /Customer hung up/ }).waitFor();
      await page.getByRole('searchbox', { name: 'Search outcomes' }).fill('hung');
      await page.getByRole('row', { name: /Resolved/ }).waitFor({ state: 'detached' });
      await page.goto(`${office.house.server.url}/console/reports?account=${office.account.id}`);
      const outcomes = page.getByRole('table', { name: 'Sessions by outcome' });
      await outcomes.getByText('Customer hung up').waitFor();
    },
    PATIENCE,
  );
});
