import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { focusOf, heard, listen } from '../browser/heard.ts';
import { openDrawing } from './open-drawing.ts';
import { PATIENCE, SOON, settings } from './page-driver.ts';
import { openTests, panel, tested } from './tests-page.ts';

const openPanel = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Panels' }).getByRole('button', { name }).press('Enter');
const dock = (page: Page, name: string) => page.getByRole('region', { name });
const focusIs = (page: Page, what: string | RegExp) => {
  const focus = expect.poll(() => focusOf(page), SOON);
  return typeof what === 'string' ? focus.toBe(what) : focus.toMatch(what);
};

test(
  'a deletion is said, and the outline keeps the focus of whoever works in it',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await openPanel(page, 'Outline');
    await dock(page, 'Outline')
      .getByRole('row', { name: /Question: Age/ })
      .first()
      .click();
    await listen(page);
    await page.keyboard.press('F2');
    await focusIs(page, 'input Name of Age');
    await page.keyboard.press('Enter');
    await focusIs(page, /^row .*Question: Age/);
    await page.keyboard.press('l');
    await page.getByRole('dialog', { name: 'Connect “Age”' }).waitFor();
    await page.keyboard.press('Escape');
    await focusIs(page, /^row /);
    await page.keyboard.press('Delete');
    await expect.poll(() => heard(page), SOON).toContainEqual(expect.stringContaining('Deleted “Age”'));
    await focusIs(page, /^(row|treegrid) /);
  },
  PATIENCE,
);

test(
  'the outline says with the name where the Interaction starts',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await openPanel(page, 'Outline');
    await dock(page, 'Outline').getByRole('row', { name: 'Question: Problem, Start' }).waitFor();
  },
  PATIENCE,
);

test(
  'a test that is deleted hands the focus to the next one, a comment that is resolved to the heading',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await openTests(page);
    await panel(page).getByRole('button', { name: 'More for “A child”' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    await focusIs(page, 'button A grown-up');
    await openPanel(page, 'Comments');
    await dock(page, 'Comments').getByRole('textbox', { name: 'Comment on “Problem”' }).fill('Too long');
    await dock(page, 'Comments').getByRole('button', { name: 'Comment', exact: true }).press('Enter');
    await dock(page, 'Comments').getByRole('button', { name: 'Resolve: Too long' }).press('Enter');
    await dock(page, 'Comments').getByText('No open comments').waitFor();
    await expect.poll(() => focusOf(page), SOON).not.toBe('body');
  },
  PATIENCE,
);

test(
  'a step of a test that is moved takes the focus along and is said to be where it is',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await openTests(page);
    await panel(page).getByRole('button', { name: 'A child', exact: true }).press('Enter');
    await listen(page);
    await panel(page).getByRole('button', { name: 'Move Answer 1 down' }).press('Enter');
    await focusIs(page, 'button Move Answer 2 up');
    await expect.poll(() => heard(page), SOON).toContain('Now number 2 of 2');
    await panel(page).getByRole('button', { name: 'Remove Answer 2' }).press('Enter');
    await expect.poll(() => heard(page), SOON).toContain('Answer 2 removed');
    await expect.poll(() => focusOf(page), SOON).not.toBe('body');
  },
  PATIENCE,
);

test(
  'where a variable is used leads to its element with the focus, and saving is not said at each edit',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await openPanel(page, 'Variables');
    await listen(page);
    await dock(page, 'Variables')
      .getByRole('list', { name: 'Where Age is used' })
      .getByRole('button', { name: 'Age' })
      .press('Enter');
    await focusIs(page, /^application Map of Fees/);
    await page.getByRole('complementary', { name: 'Settings' }).getByRole('textbox', { name: 'Name' }).fill('Years');
    await settings(page).getByRole('textbox', { name: 'Name' }).press('Tab');
    await page.getByText('Saved in this browser').waitFor();
    expect((await heard(page)).filter((words) => words.includes('Sav'))).toEqual([]);
  },
  PATIENCE,
);

test(
  'what is done twice is said twice, in the same words',
  async () => {
    const page = await openDrawing(tested(), 'Problem');
    await focusIs(page, /^application Map of Fees/);
    await listen(page);
    const copied = async () => (await heard(page)).filter((words) => words === 'Copied 1 element').length;
    await page.keyboard.press('Control+c');
    await expect.poll(copied, SOON).toBe(1);
    await page.keyboard.press('Control+c');
    await expect.poll(copied, SOON).toBe(2);
  },
  PATIENCE,
);
