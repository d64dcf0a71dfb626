import { describe, expect, test } from 'vitest';
import { chosen, expectFeel, expectRows, feelOf, grid, openDecision, press, rowsOf, table } from './decision-page.ts';
import { faults, PATIENCE, SOON, settings } from './page-driver.ts';

describe('a decision table', () => {
  test(
    'has the focus where the next key is meant before that key can come',
    async () => {
      const page = await openDecision(table);
      const cell = grid(page).locator('[tabindex="0"]');
      await cell.focus();
      /** What has the focus as soon as a key was dealt with, within the same frame. */
      const focusAfter = (key: string) =>
        page.evaluate((name) => {
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
          const now = document.activeElement;
          return now instanceof HTMLTextAreaElement
            ? `field: ${now.value}`
            : (now?.getAttribute('role') ?? now?.tagName);
        }, key);
      expect(await focusAfter('Enter')).toBe('field: ');
      expect(await focusAfter('Escape')).toBe('TD');
      expect(await focusAfter('7')).toBe('field: 7');
    },
    PATIENCE,
  );

  test(
    'is filled by the keyboard: arrows move, typing and Enter edit, Tab leaves',
    async () => {
      const page = await openDecision(table);
      await grid(page).locator('[tabindex="0"]').focus();
      // Options are offered by what people call them.
      await page.keyboard.type('"tech');
      await chosen(page)
        .getByRole('option', { name: /Technical fault/ })
        .waitFor();
      await press(page, 'Enter', 'Enter');
      await expectRows(page, [
        ' | Kind of problem | Age | Leads to | Note',
        '1 | "technical" | – | Service desk | ',
        ' |  |  | Otherwise | ',
      ]);
      await press(page, 'ArrowUp', 'ArrowRight');
      await page.keyboard.type('< 18');
      await press(page, 'Enter');
      await press(page, 'ArrowUp');
      await chosen(page).getByText('problem in ("technical") and age in (< 18)').waitFor();
      // A row more, of which a cell is begun and given up, and one is wrong.
      await press(page, 'Control+Enter');
      await page.keyboard.type('99');
      await press(page, 'Escape');
      await expectRows(page, [
        ' | Kind of problem | Age | Leads to | Note',
        '1 | "technical" | < 18 | Service desk | ',
        '2 | – | – | Technicians | ',
        ' |  |  | Otherwise | ',
      ]);
      await page.keyboard.type('>');
      await chosen(page).getByText('This is not finished.').waitFor();
      await expect.poll(() => grid(page).locator('[aria-invalid]').count(), SOON).toBe(1);
      await page.keyboard.type(' 65');
      await press(page, 'Enter');
      await expect.poll(() => grid(page).locator('[aria-invalid]').count(), SOON).toBe(0);
      // The way out is chosen; the row is moved, emptied, taken away.
      const leads = chosen(page).getByRole('button', { name: /leads to/ });
      const leadsHasFocus = () => leads.evaluate((button) => button === document.activeElement);
      await press(page, 'ArrowUp', 'ArrowRight', 'Enter');
      await expect.poll(leadsHasFocus, SOON).toBe(true);
      await press(page, 'Enter');
      await page.getByRole('option', { name: 'Service desk' }).waitFor();
      await press(page, 'ArrowUp', 'Enter');
      await expect.poll(() => rowsOf(page), SOON).toContain('2 | – | > 65 | Service desk | ');
      await expect.poll(leadsHasFocus, SOON).toBe(true);
      await press(page, 'Escape');
      await expect.poll(() => grid(page).locator('[tabindex="0"]:focus').count(), SOON).toBe(1);
      await press(page, 'Alt+ArrowUp');
      await expectRows(page, [
        ' | Kind of problem | Age | Leads to | Note',
        '1 | – | > 65 | Service desk | ',
        '2 | "technical" | < 18 | Service desk | ',
        ' |  |  | Otherwise | ',
      ]);
      await press(page, 'ArrowLeft', 'Delete');
      await expect.poll(() => rowsOf(page), SOON).toContain('1 | – | – | Service desk | ');
      await press(page, 'ArrowLeft', 'ArrowLeft', 'Delete');
      await expectRows(page, [
        ' | Kind of problem | Age | Leads to | Note',
        '1 | "technical" | < 18 | Service desk | ',
        ' |  |  | Otherwise | ',
      ]);
      await press(page, 'Tab');
      await expect.poll(() => grid(page).evaluate((frame) => frame.contains(document.activeElement)), SOON).toBe(false);
      await page.getByRole('button', { name: 'Undo: Change rows' }).click();
      await expect.poll(async () => (await rowsOf(page)).length, SOON).toBe(4);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'takes what a spreadsheet copied, and gives it back',
    async () => {
      const page = await openDecision(table);
      await grid(page).locator('[data-row="0"][data-column="0"]').focus();
      const paste = (text: string) =>
        grid(page)
          .locator('[tabindex="0"]')
          .evaluate((cell, words) => {
            const data = new DataTransfer();
            data.setData('text/plain', words);
            cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
          }, text);
      await paste('"billing"\t< 18\tService desk\tMinors\ttoo much\n"other"\t[18..65]\tNobody\t\n\t\tOtherwise\t');
      await expectRows(page, [
        ' | Kind of problem | Age | Leads to | Note',
        '1 | "billing" | < 18 | Service desk | Minors',
        '2 | "other" | [18..65] | Nobody | ',
        '3 | – | – | Otherwise | ',
        ' |  |  | Otherwise | ',
      ]);
      await settings(page).getByText('Pasted 3 rows; 1 column found no place.').waitFor();
      await expect.poll(() => settings(page).getByRole('group', { name: 'Nobody' }).count(), SOON).toBe(1);
      const copied = await grid(page)
        .locator('[data-row="1"][data-column="-1"]')
        .evaluate((cell) => {
          (cell as HTMLElement).focus();
          return new Promise<string>((resolve) => {
            requestAnimationFrame(() => {
              const data = new DataTransfer();
              cell.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
              resolve(data.getData('text/plain'));
            });
          });
        });
      expect(copied).toBe('"other"\t[18..65]\tNobody\t');
      await page.getByRole('button', { name: 'Undo: Change pasted cells' }).click();
      await expect.poll(async () => (await rowsOf(page)).length, SOON).toBe(3);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'gets columns that ask and that set, and says where rows meet',
    async () => {
      const page = await openDecision(table);
      await settings(page).getByRole('button', { name: 'Add column' }).focus();
      await press(page, 'Enter');
      await page.getByRole('menuitem', { name: 'That sets a variable' }).waitFor();
      await press(page, 'ArrowDown', 'Enter');
      await chosen(page).getByRole('combobox', { name: 'Sets' }).waitFor();
      await chosen(page).getByRole('combobox', { name: 'Sets' }).focus();
      await press(page, 'Control+a');
      await page.keyboard.type('Fee');
      await press(page, 'ArrowDown', 'Enter');
      await expect
        .poll(async () => (await rowsOf(page))[0], SOON)
        .toBe(' | Kind of problem | Age | Leads to | Fee | Note');
      await grid(page).locator('[data-row="0"][data-column="3"]').focus();
      await page.keyboard.type('"much"');
      await chosen(page).getByText('This is a text, but a number is needed.').waitFor();
      await press(page, 'Control+a');
      await page.keyboard.type('age * 2');
      await press(page, 'Enter');
      // Below the rows stands what otherwise sets.
      await page.keyboard.type('5');
      await press(page, 'Enter');
      await expect
        .poll(() => rowsOf(page), SOON)
        .toEqual([
          ' | Kind of problem | Age | Leads to | Fee | Note',
          '1 | – | – | Service desk | age * 2 | ',
          ' |  |  | Otherwise | 5 | ',
        ]);
      await settings(page).getByRole('button', { name: 'Add column' }).focus();
      await press(page, 'Enter');
      await page.getByRole('menuitem', { name: 'That asks something' }).waitFor();
      await press(page, 'Enter');
      const asks = chosen(page).getByLabel('Asks for');
      await expect.poll(() => asks.evaluate((field) => field === document.activeElement), SOON).toBe(true);
      await page.keyboard.type('order.total');
      await press(page, 'Enter');
      await expect
        .poll(async () => (await rowsOf(page))[0], SOON)
        .toBe(' | Kind of problem | Age | Order: total | Leads to | Fee | Note');
      await chosen(page).getByRole('button', { name: 'Move left' }).focus();
      await press(page, 'Enter');
      await expect
        .poll(async () => (await rowsOf(page))[0], SOON)
        .toBe(' | Kind of problem | Order: total | Age | Leads to | Fee | Note');
      await settings(page).getByRole('button', { name: 'Add row' }).focus();
      await press(page, 'Enter');
      const neverTaken = 'Row 2 is never taken, as rows before it match all that it matches';
      await settings(page).getByText(neverTaken).waitFor();
      await settings(page).getByRole('button', { name: 'Show the table in a large window' }).click();
      const large = page.getByRole('dialog', { name: 'Decision table' });
      await large.getByRole('list', { name: 'What the rows leave or share' }).getByText(neverTaken).waitFor();
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'is made of rules, and rules of it; where that cannot be, it says why',
    async () => {
      const rules = [
        { id: 'desk', label: 'Service desk', when: 'problem = "billing" and age < 18' },
        { id: 'tech', label: 'Technicians', when: 'member = true or age >= 65' },
      ];
      const page = await openDecision({ form: 'rules', rules });
      const choose = async (name: string) => {
        await settings(page).getByRole('radio', { checked: true }).focus();
        await press(page, name === 'A decision table' ? 'ArrowDown' : 'ArrowUp');
      };
      await choose('A decision table');
      await expectRows(page, [
        ' | Kind of problem | Age | Member | Leads to | Note',
        '1 | "billing" | < 18 | – | Service desk | ',
        '2 | – | – | true | Technicians | ',
        '3 | – | >= 65 | – | Technicians | ',
        ' |  |  |  | Otherwise | ',
      ]);
      await choose('Rules, one after the other');
      await expectFeel(page, 'problem = "billing" and age < 18', 'Service desk');
      await expectFeel(page, 'member = true or age >= 65', 'Technicians');
      await feelOf(page, 'Technicians').focus();
      await press(page, 'Control+a');
      await page.keyboard.type('age >');
      await choose('A decision table');
      const warning = settings(page).getByText('“Technicians” cannot be read: The expression is not finished.');
      await warning.waitFor();
      await settings(page).getByRole('button', { name: 'Begin an empty table' }).click();
      await expect.poll(async () => (await rowsOf(page)).length, SOON).toBe(4);
      await page.getByRole('button', { name: 'Undo: Change form of the decision' }).click();
      await expectFeel(page, 'age >', 'Technicians');
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );
});
