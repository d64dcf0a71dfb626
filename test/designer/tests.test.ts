import { expect, test } from 'vitest';
import { accessibilityProblems } from '../browser/axe.ts';
import { sidewaysOverflow, smallTargets } from '../browser/targets.ts';
import { openDrawing, savedFile } from './open-drawing.ts';
import { card, faults, PATIENCE, SOON } from './page-driver.ts';
import { openTests, panel, row, tested } from './tests-page.ts';

test(
  'tests are run by keys, and one that fails says where, what was expected and what was seen',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await openTests(page);
    await expect.poll(() => row(page, 'A child').innerText(), SOON).toContain('Not run');
    await page.keyboard.press('Control+Alt+Enter');
    await expect.poll(() => panel(page).getByRole('status').innerText(), SOON).toBe('1 failed, 1 passed');
    await expect.poll(() => row(page, 'A child').innerText()).toContain('Passed');
    const why = await row(page, 'A grown-up').getByRole('list', { name: 'Why it failed' }).innerText();
    expect(why.replaceAll(/\s+/g, ' ')).toBe('“Age” at Full fee Expected 31 Seen 30');
    await row(page, 'A grown-up').getByRole('button', { name: 'Full fee' }).click();
    await expect.poll(() => card(page, 'Statement: Full fee').getAttribute('data-selected'), SOON).toBe('true');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'what no test reaches is listed and shown on the map, and stays true while the Interaction is edited',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await openTests(page);
    const coverage = panel(page).getByRole('region', { name: 'Coverage' });
    await coverage.getByText('Show on the map what no test reaches').click();
    const gaps = coverage.getByRole('list', { name: 'Not reached' });
    await gaps.waitFor();
    expect((await gaps.innerText()).split('\n')).toEqual([
      'Other no test comes here',
      'Fee rule “Row 2 (pensioners)”',
      'PIN no test comes here',
    ]);
    await expect.poll(() => coverage.innerText()).toMatch(/Rule outcomes\s+2 of 3/);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByRole('option', { name: /^Choice: Other.*No test/ }).waitFor();
    await page.getByRole('option', { name: /^Decision: Fee.*1 rule untested/ }).waitFor();
    await page.getByRole('region', { name: 'Coverage on the map' }).getByText('2 of 3 rule outcomes').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await gaps.getByRole('button', { name: 'Fee' }).click();
    await expect.poll(() => card(page, 'Decision: Fee').getAttribute('data-selected'), SOON).toBe('true');

    // A test more: nobody asks for another run.
    await row(page, 'A child').getByRole('button', { name: 'More for “A child”' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    const copy = row(page, 'A child 2');
    const age = copy.getByRole('group', { name: 'Answer 2' }).getByRole('textbox', { name: 'Answer' });
    await age.fill('70');
    await page.keyboard.press('Tab');
    await expect.poll(() => gaps.innerText(), SOON).not.toContain('pensioners');
    await page.getByRole('button', { name: 'Hide coverage' }).click();
    await page.getByRole('option', { name: /^Choice: Other.*No test/ }).waitFor({ state: 'detached' });
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'a run of the preview is kept as a test without its secret, and passes',
  async () => {
    const page = await openDrawing(tested({}), 'Problem');
    await openTests(page);
    await panel(page).getByText('No tests yet').waitFor();
    await panel(page).getByRole('button', { name: 'Record' }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('Other', { exact: true }).click();
    await preview.getByRole('textbox', { name: 'Your PIN?' }).or(preview.getByLabel('Your PIN?')).first().fill('4711');
    await page.keyboard.press('Enter');
    await preview.getByText('Completed').or(preview.getByText('Done')).first().waitFor();
    await preview.getByRole('button', { name: 'Keep as test' }).click();
    await expect.poll(() => panel(page).getByRole('status').innerText(), SOON).toBe('1 passed');
    await panel(page).getByText('The answer at “PIN” is secret').waitFor();
    const { tests } = await savedFile(page);
    expect(JSON.stringify(tests)).not.toContain('4711');
    expect(Object.values(tests as object)).toEqual([
      expect.objectContaining({
        answers: [{ at: 'q_problem', answer: 'other' }, expect.objectContaining({ at: 'q_pin' })],
        expect: { outcome: 'completed', visited: ['q_problem', 'c_other', 'q_pin'], variables: { problem: 'other' } },
      }),
    ]);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'tests are renamed, changed and deleted, and all of it can be undone',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await openTests(page);
    await row(page, 'A grown-up').getByRole('button', { name: 'A grown-up', exact: true }).click();
    await panel(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Full fee');
    const full = row(page, 'Full fee');
    await full.getByRole('group', { name: 'Values at the end' }).getByRole('textbox', { name: 'Age' }).fill('30');
    await page.keyboard.press('Tab');
    await full.getByRole('button', { name: 'Run “Full fee”' }).click();
    await expect.poll(() => full.innerText(), SOON).toContain('Passed');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    await full.getByRole('button', { name: 'More for “Full fee”' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.poll(() => full.count(), SOON).toBe(0);
    await page.getByRole('button', { name: /^Undo: Delete test/ }).click();
    await full.waitFor();
    await page.getByRole('button', { name: /^Undo: Change test/ }).click();
    await page.getByRole('button', { name: /^Undo: Rename test/ }).click();
    await row(page, 'A grown-up').waitFor();
    await expect.poll(async () => (await savedFile(page)).tests).toEqual(tested().tests);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'the panel fits a telephone, light and dark',
  async () => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await openDrawing(tested(), 'Problem', { width: 360, height: 740, theme });
      await openTests(page);
      await page.keyboard.press('Control+Alt+Enter');
      await expect.poll(() => panel(page).getByRole('status').innerText(), SOON).toBe('1 failed, 1 passed');
      await row(page, 'A child').getByRole('button', { name: 'A child', exact: true }).click();
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    }
  },
  PATIENCE,
);
