import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { openGallery, PATIENCE } from './open-gallery.ts';
import { problemsOf } from './pages.ts';
import { smallTargets } from './targets.ts';

/** Where the focus goes when something closes is decided a frame later. */
function expectFocus(where: Locator): Promise<void> {
  return expect.poll(() => where.evaluate((element) => element === document.activeElement)).toBe(true);
}

test(
  'a chosen theme is there again after a reload, and in other tabs at once',
  async () => {
    const page = await openGallery({ theme: 'light' });
    const other = await page.context().newPage();
    await other.goto(page.url());
    const themeOf = (tab: typeof page) => tab.evaluate(() => getComputedStyle(document.body).colorScheme);

    await page.getByRole('button', { name: /^Ines Okafor/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect.poll(() => themeOf(page)).toBe('dark');
    await expect.poll(() => themeOf(other)).toBe('dark');
    await page.reload();
    await expect.poll(() => themeOf(page)).toBe('dark');
  },
  PATIENCE,
);

test(
  'a select is worked with the keyboard alone',
  async () => {
    const page = await openGallery();
    const team = page.getByRole('button', { name: /^Billing Team$/ });
    await team.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const changed = page.getByRole('button', { name: /^Technical support Team$/ });
    await changed.waitFor();
    await expectFocus(changed);
  },
  PATIENCE,
);

test(
  'a combo box finds by typing, and says when nothing matches',
  async () => {
    const page = await openGallery();
    const transfer = page.getByRole('combobox', { name: 'Transfer to' });
    await transfer.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('reten');
    await page.getByRole('listbox').getByRole('option', { name: 'Retention' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => transfer.inputValue()).toBe('Retention');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('zzz');
    await page.getByText('Nothing matches').waitFor();
  },
  PATIENCE,
);

test(
  'the list of a combo box goes along when the page scrolls, and closes once its field is out of sight',
  async () => {
    const page = await openGallery({ height: 900 });
    const transfer = page.getByRole('combobox', { name: 'Transfer to' });
    await transfer.focus();
    await page.keyboard.press('ArrowDown');
    const list = page.getByRole('listbox');
    await list.waitFor();
    const gap = async () => {
      const [above, below] = await Promise.all([transfer.boundingBox(), list.boundingBox()]);
      return above && below ? Math.round(below.y - above.y) : undefined;
    };
    const before = await gap();
    await transfer.hover();
    await page.mouse.wheel(0, 60);
    await expect.poll(gap).toBe(before);
    await expect.poll(() => transfer.getAttribute('aria-expanded')).toBe('true');
    await page.mouse.wheel(0, 3_000);
    await list.waitFor({ state: 'detached' });
  },
  PATIENCE,
);

test(
  'what destroys asks first, with the focus on the way back, and returns it there',
  async () => {
    const page = await openGallery();
    const opener = page.getByRole('button', { name: 'Delete', exact: true }).last();
    await opener.click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete “Move house”?' });
    await dialog.waitFor();
    await expectFocus(dialog.getByRole('button', { name: 'Cancel' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expectFocus(opener);
  },
  PATIENCE,
);

test(
  'a toast takes back what was done, and a failure stays until it is closed',
  async () => {
    const page = await openGallery({ clock: 'own' });
    await page.getByRole('button', { name: 'Fail to save' }).click();
    await page.getByRole('button', { name: 'Delete with undo' }).click();
    const deleted = page.getByRole('alertdialog', { name: 'Interaction deleted' });
    // While somebody points at them, they stay.
    await deleted.hover();
    await page.clock.fastForward(60_000);
    expect(await smallTargets(page)).toEqual([]);
    expect(await accessibilityProblems(page, 'body > :not(#root)')).toEqual([]);
    await deleted.getByRole('button', { name: 'Undo' }).click();
    await page.mouse.move(0, 0);
    const back = page.getByRole('alertdialog', { name: 'Interaction is back' });
    await back.waitFor();
    await page.clock.fastForward(60_000);
    await back.waitFor({ state: 'detached' });
    const failure = page.getByRole('alertdialog', { name: /could not be saved/ });
    await expect.poll(() => failure.isVisible()).toBe(true);
    await failure.getByRole('button', { name: 'Close' }).click();
    await failure.waitFor({ state: 'detached' });
  },
  PATIENCE,
);

test(
  'a table sorts and ticks with the keyboard alone',
  async () => {
    const page = await openGallery();
    const table = page.getByRole('grid', { name: 'Interactions' });
    const names = () => table.getByRole('rowheader').allTextContents();
    await expect
      .poll(() => names())
      .toEqual(['Block a stolen card', 'Move house', 'Report water damage', 'Router does not connect', 'Total']);
    const sessions = table.getByRole('columnheader', { name: 'Sessions' });
    await sessions.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => sessions.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(async () => (await names())[0]).toBe('Move house');
    await table.getByRole('row', { name: 'Move house' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => table.getByRole('row', { selected: true }).count()).toBe(2);
  },
  PATIENCE,
);

test(
  'the line between two panes is moved by keys and by pointer, and never too far',
  async () => {
    const page = await openGallery();
    const line = page.getByRole('separator', { name: 'Width of the outline' });
    const size = async () => Number(await line.getAttribute('aria-valuenow'));
    await line.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => size()).toBe(276);
    await page.keyboard.press('Home');
    await expect.poll(() => size()).toBe(160);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => size()).toBe(160);
    await page.keyboard.press('Enter');
    await expect.poll(() => size()).toBe(260);

    const box = await line.boundingBox();
    if (box === null) throw new Error('The line is not to be seen.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y);
    await page.mouse.up();
    await expect.poll(size).toBe(360);
  },
  PATIENCE,
);

test(
  'a date is typed part by part, and told as a day without a zone',
  async () => {
    const page = await openGallery({ locale: 'de-DE' });
    const day = page.getByRole('group', { name: 'Live from' }).first();
    await day.getByRole('spinbutton').first().focus();
    await page.keyboard.type('03042027');
    await page.getByText('Kept as 2027-04-03.').waitFor();
    expect(problemsOf(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'workers start under the policy of the product, and by no other way',
  async () => {
    const page = await openGallery();
    await page.getByRole('button', { name: 'Ask a worker' }).click();
    await page.getByText('answered', { exact: true }).waitFor();
    expect(problemsOf(page)).toEqual([]);
    const refused = await page.evaluate(() => {
      try {
        new Worker('/theme.js');
        return 'started';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : 'failed';
      }
    });
    expect(refused).toBe('refused');
  },
  PATIENCE,
);

test(
  'signing in says what is missing where it is missing, and keeps what was typed',
  async () => {
    const page = await openGallery({ width: 360 }, '#sign-in');
    const email = page.getByRole('textbox', { name: 'E-mail' });
    await expectFocus(email);
    await page.keyboard.press('Enter');
    await page.getByText('Enter your password.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    const password = page.getByLabel('Password', { exact: true });
    await email.fill('ines.okafor@northwind.example');
    await page.keyboard.press('Enter');
    await expectFocus(password);
    await password.fill('wrong one');
    await page.getByRole('button', { name: 'Show password' }).click();
    await expect.poll(() => password.getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('E-mail or password is not right.').waitFor();
    await expect.poll(() => password.inputValue()).toBe('wrong one');
    expect([await email.getAttribute('autocomplete'), await password.getAttribute('autocomplete')]).toEqual([
      'username',
      'current-password',
    ]);
  },
  PATIENCE,
);
