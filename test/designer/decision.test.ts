import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../browser/axe.ts';
import { sidewaysOverflow, smallTargets } from '../browser/targets.ts';
import { blank, expectFeel, feelOf, openDecision, press, rule, table } from './decision-page.ts';
import { faults, PATIENCE, SOON, settings } from './page-driver.ts';

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
