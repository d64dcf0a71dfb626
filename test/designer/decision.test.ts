import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../browser/axe.ts';
import { problemsOf } from '../browser/pages.ts';
import { sidewaysOverflow, smallTargets } from '../browser/targets.ts';
import { openDecision, settings } from './decision-page.ts';

/** The first test of a run also builds the pages and starts the browser. */
const PATIENCE = 600_000;
/** What follows an act is seen within this, also on a machine that is busy with other tests. */
const SOON = { timeout: 120_000 };

/** Errors but that there is no server to ask who one is. */
const faults = (page: Page) => problemsOf(page).filter((problem) => !problem.includes('404'));
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const rule = (page: Page, name: string): Locator => settings(page).getByRole('group', { name, exact: true });
const feelOf = (page: Page, name = 'Rule 1'): Locator => rule(page, name).getByLabel('When, as FEEL');
const expectFeel = (page: Page, text: string, name?: string) =>
  expect.poll(() => feelOf(page, name).inputValue(), SOON).toBe(text);

const blank = { form: 'rules', rules: [{ id: 'rule_1', label: 'Rule 1', when: '' }] };
const table = {
  form: 'table',
  hitPolicy: 'first',
  inputs: [
    { id: 'problem', label: '', expression: 'problem' },
    { id: 'age', label: 'Age', expression: 'age' },
  ],
  outputs: [],
  exits: [
    { id: 'desk', label: 'Service desk' },
    { id: 'tech', label: 'Technicians' },
  ],
  rules: [{ id: 'row_1', when: {}, exit: 'desk' }],
};
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Decision table' });
const rowsOf = (page: Page): Promise<readonly string[]> =>
  grid(page)
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText).join(' | ')),
    );
const expectRows = (page: Page, rows: readonly string[]) => expect.poll(() => rowsOf(page), SOON).toEqual(rows);
const chosen = (page: Page): Locator => settings(page).getByRole('region', { name: 'Chosen cell' });

describe('a rule', () => {
  test(
    'is built from conditions by the keyboard, and its text follows',
    async () => {
      const page = await openDecision(blank);
      await rule(page, 'Rule 1').getByRole('button', { name: 'Add condition to rule 1' }).focus();
      await press(page, 'Enter');
      const choose = async (condition: Locator, name: string) => {
        await condition.getByRole('combobox').focus();
        await press(page, 'Control+a');
        await page.keyboard.type(name);
        await press(page, 'ArrowDown', 'Enter');
      };
      await choose(rule(page, 'Condition 1 of rule 1'), 'Kind of problem');
      await expectFeel(page, 'problem = "billing"');
      // The comparator and the options of the Question are chosen from lists.
      await rule(page, 'Condition 1 of rule 1')
        .getByRole('button', { name: /How condition 1 of rule 1 compares/ })
        .focus();
      await press(page, 'Enter');
      await page.getByRole('option', { name: 'is one of', exact: true }).waitFor();
      await page.keyboard.type('is one of');
      await press(page, 'Enter');
      await expectFeel(page, 'problem in ["billing"]');
      await rule(page, 'Condition 1 of rule 1').getByRole('checkbox', { name: 'Technical fault' }).focus();
      await press(page, 'Space');
      await expectFeel(page, 'problem in ["billing", "technical"]');
      // A group within, of another variable; until its value is there, the rule stays as it was.
      await rule(page, 'Rule 1').getByRole('button', { name: 'Add group to rule 1' }).focus();
      await press(page, 'Enter');
      const inner = rule(page, 'Condition 1 of group 2 of rule 1');
      await inner.getByText('A value is missing').waitFor();
      await inner.getByRole('textbox', { name: 'Value of condition 1 of group 2 of rule 1' }).focus();
      await page.keyboard.type('65');
      await press(page, 'Tab');
      await expectFeel(page, 'problem in ["billing", "technical"] and age = 65');
      await rule(page, 'Rule 1').getByRole('button', { name: 'Add condition to group 2 of rule 1' }).focus();
      await press(page, 'Enter');
      await choose(rule(page, 'Condition 2 of group 2 of rule 1'), 'Member');
      await expectFeel(page, 'problem in ["billing", "technical"] and (age = 65 or member = true)');
      await rule(page, 'Rule 1').getByRole('button', { name: 'Remove group 2 of rule 1' }).focus();
      await press(page, 'Enter');
      await expectFeel(page, 'problem in ["billing", "technical"]');
      await page.getByRole('button', { name: 'Undo: Change condition of rule 1' }).waitFor();
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'is written as text, and its conditions follow',
    async () => {
      const page = await openDecision(blank);
      const write = async (text: string) => {
        await feelOf(page).focus();
        await press(page, 'Control+a', 'Delete');
        await page.keyboard.type(text);
      };
      await write('age between 18 and 65 or due < @"2026-01-31"');
      await expect
        .poll(() => rule(page, 'Condition 1 of rule 1').getByLabel('From of condition 1 of rule 1').inputValue(), SOON)
        .toBe('18');
      await expect.poll(() => rule(page, 'Condition 2 of rule 1').innerText(), SOON).toContain('is before');
      await expect
        .poll(() =>
          rule(page, 'Rule 1')
            .getByRole('button', { name: /What must hold of rule 1/ })
            .innerText(),
        )
        .toBe('Any of these holds');
      await write('count(tags) > 2');
      await rule(page, 'Rule 1').getByText('This says more than conditions can show, so it stays as text.').waitFor();
      await write('agee > 2');
      await rule(page, 'Rule 1').getByText('There is no value called “agee”. Did you mean “age”?').waitFor();
      await write('age >');
      await rule(page, 'Rule 1').getByText('Conditions are shown once the text can be read.').waitFor();
      // Names by what people call them, fields behind a period, functions with how they are called.
      await write('');
      await page.keyboard.type('kind');
      await settings(page)
        .getByRole('option', { name: /Kind of problem/ })
        .waitFor();
      await press(page, 'Enter');
      await expectFeel(page, 'problem');
      await page.keyboard.type(' = "other" and order.');
      await settings(page).getByRole('option', { name: /city/ }).waitFor();
      await page.keyboard.type('tot');
      await press(page, 'Enter');
      await page.keyboard.type(' > 3 and starts');
      await settings(page)
        .getByRole('option', { name: /starts with\(/ })
        .waitFor();
      await press(page, 'Enter');
      await page.keyboard.type('note_text, "A")');
      await expectFeel(page, 'problem = "other" and order.total > 3 and starts with(note_text, "A")');
      await expect
        .poll(() => rule(page, 'Condition 2 of rule 1').getByRole('combobox').inputValue(), SOON)
        .toBe('Order: total');
      await expect.poll(() => rule(page, 'Condition 3 of rule 1').innerText(), SOON).toContain('starts with');
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'takes values of every type as people write them',
    async () => {
      const whens = [
        'member = true',
        'due = @"2026-01-31"',
        'price >= money("12.50", "EUR")',
        'note_text != "x"',
        'list contains(tags, "vip")',
        'age = fee',
      ];
      const rules = whens.map((when, index) => ({ id: `r${index}`, label: `Way ${index}`, when }));
      const page = await openDecision({ form: 'rules', rules }, { height: 1400 });
      const value = (index: number) => rule(page, `Condition 1 of rule ${index + 1}`);
      await value(0)
        .getByRole('button', { name: /Value of condition/ })
        .focus();
      await press(page, 'Enter');
      await page.getByRole('option', { name: 'No', exact: true }).waitFor();
      await press(page, 'ArrowDown', 'Enter');
      await expectFeel(page, 'member = false', 'Way 0');
      await value(1).getByRole('spinbutton').nth(1).focus();
      await press(page, 'ArrowDown');
      await expectFeel(page, 'due = @"2026-01-30"', 'Way 1');
      const amount = value(2).getByRole('textbox', { name: /^Amount/ });
      await amount.fill('12.505');
      await expectFeel(page, 'price >= money("12.505", "EUR")', 'Way 2');
      await amount.fill('12,5');
      await value(2).getByText('An amount is written like 12.50').waitFor();
      await expectFeel(page, 'price >= money("12.505", "EUR")', 'Way 2');
      await value(3)
        .getByRole('textbox', { name: /^Value/ })
        .fill('say "yes"');
      await expectFeel(page, 'note_text != "say \\"yes\\""', 'Way 3');
      await value(4)
        .getByRole('textbox', { name: /^Value/ })
        .fill('gold');
      await expectFeel(page, 'list contains(tags, "gold")', 'Way 4');
      // A variable to compare with gives way to a value.
      await value(5).getByRole('button', { name: 'Compare condition 1 of rule 6 with a variable' }).focus();
      await press(page, 'Space');
      await value(5).getByText('A value is missing').waitFor();
      await value(5)
        .getByRole('textbox', { name: /^Value/ })
        .fill('7');
      await press(page, 'Tab');
      await expectFeel(page, 'age = 7', 'Way 5');
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('a decision table', () => {
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
      await press(page, 'ArrowUp', 'ArrowRight', 'Enter', 'Enter');
      await page.getByRole('option', { name: 'Service desk' }).waitFor();
      await press(page, 'ArrowUp', 'Enter');
      await expect.poll(() => rowsOf(page), SOON).toContain('2 | – | > 65 | Service desk | ');
      const leads = chosen(page).getByRole('button', { name: /leads to/ });
      await expect.poll(() => leads.evaluate((button) => button === document.activeElement), SOON).toBe(true);
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
      await settings(page).getByText('Row 2 is never taken, as rows before it match all that it matches').waitFor();
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

describe.each(['light', 'dark'] as const)('the settings of a Decision in the %s theme', (theme) => {
  test.each([360, 1280])(
    'are accessible, large enough and fit a window of %i px',
    async (width) => {
      const rules = [
        {
          id: 'a',
          label: 'A',
          when: 'problem in ["billing"] and (age >= 65 or price > 3) and due between @"2026-01-01" and @"2026-02-01"',
        },
        { id: 'b', label: 'B', when: 'count(tags) > 2' },
        { id: 'c', label: 'C', when: 'agee' },
      ];
      const filled = {
        ...table,
        outputs: [{ id: 'fee', variable: 'fee' }],
        rules: [
          { id: 'row_1', when: { age: '<' }, exit: 'desk', set: { fee: '1' } },
          { id: 'row_2', when: { age: '> 3' }, exit: 'tech', note: 'A note' },
          { id: 'row_3', when: {}, exit: 'tech' },
        ],
      };
      for (const logic of [{ form: 'rules', rules }, filled]) {
        const page = await openDecision(logic, { theme, width });
        expect(await accessibilityProblems(page)).toEqual([]);
        const small = (await smallTargets(page)).filter((target) => !target.startsWith('div.map-card'));
        expect(small).toEqual([]);
        expect(await sidewaysOverflow(page)).toBe(0);
        expect(faults(page)).toEqual([]);
      }
    },
    PATIENCE,
  );
});
