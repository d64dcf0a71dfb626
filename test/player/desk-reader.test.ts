import { beforeAll, describe, expect, it } from 'vitest';
import { focusOf, heard, listen } from '#test/browser/heard.ts';
import { builtPages } from '#test/browser/pages.ts';
import { refund } from '#test/factories/refund.ts';
import { focused, openDesk, press } from './desk-driver.ts';

const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

/** At the list, and the way into a call from there. */
async function atDesk() {
  const desk = await openDesk(folder, [refund()]);
  await desk.goHome();
  const call = async () => {
    await desk.page.keyboard.type('refund');
    await desk.page.getByText('starts').waitFor();
    await press(desk.page, 'Enter');
    await desk.page.getByRole('textbox', { name: 'What is your name?' }).waitFor();
  };
  return { ...desk, call };
}

describe('the list to start from', () => {
  it('says so where nothing fits what is typed', SLOW, async () => {
    const { page } = await atDesk();
    await listen(page);
    await page.keyboard.type('zebra');
    await page.getByText('Nothing fits “zebra”').first().waitFor();
    await expect.poll(() => heard(page)).toContain('No Interaction found');
  });

  it('reads the languages of a row with its name', SLOW, async () => {
    const { page } = await atDesk();
    await page.getByRole('row', { name: /^Refund, .*English, Español$/ }).waitFor();
    await page.getByRole('button', { name: 'Favorite: Refund', pressed: false }).waitFor();
  });
});

describe('several calls side by side', () => {
  it(
    'of the same are told apart by their place, and closing one keeps the focus on those that are open',
    SLOW,
    async () => {
      const { page, call } = await atDesk();
      await call();
      await press(page, 'Alt+h');
      await focused(page, 'Find an Interaction');
      await call();
      await page.getByRole('button', { name: /^Refund ?, 2 of 2$/ }).waitFor();
      await page.getByRole('button', { name: 'Close Refund, 1 of 2' }).press('Enter');
      await page.getByRole('button', { name: 'Close Refund, 1 of 2' }).waitFor({ state: 'detached' });
      await expect.poll(() => focusOf(page)).toMatch(/^button Refund/);
    },
  );
});

describe('a note', () => {
  it('is said to be added, and the page is not read again', SLOW, async () => {
    const { page, call } = await atDesk();
    await call();
    await press(page, 'Control+.');
    await page.keyboard.type('Calls from a train');
    await listen(page);
    await press(page, 'Control+Enter');
    await page.getByRole('listitem').getByText('Calls from a train').waitFor();
    await expect.poll(() => heard(page)).toEqual(['Note added']);
  });
});
