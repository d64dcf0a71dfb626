import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../browser/axe.ts';
import { smallTargets } from '../browser/targets.ts';
import { savedFile } from './open-drawing.ts';
import { faults, insertByMenu, newInteraction, PATIENCE, SOON, settings } from './page-driver.ts';

const tab = (page: Page, name: string) => settings(page).getByRole('tab', { name: new RegExp(`^${name}`) });
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const fileText = async (page: Page) => JSON.stringify(await savedFile(page));

async function question(page: Page, name: string, ...choices: readonly string[]): Promise<void> {
  await page.locator('.react-flow').focus();
  await page.keyboard.press('q');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  for (const choice of choices) {
    await page.keyboard.press('c');
    await page.keyboard.type(choice);
    await page.keyboard.press('Enter');
  }
}

describe('the settings', () => {
  test(
    'show where each answer leads, and what says nothing of an element is not asked',
    async () => {
      const page = await newInteraction();
      await question(page, 'Problem');
      await tab(page, 'Exits').click();
      await settings(page).getByText('Each answer has its own way on.').waitFor();
      await tab(page, 'Choices').click();
      await settings(page).getByText('No choices yet.').waitFor();
      await settings(page).getByLabel('New choices, one a line').fill('Billing\nTechnical');
      await settings(page).getByRole('button', { name: 'Add 2 Choices' }).click();
      await tab(page, 'Exits').click();
      await settings(page).getByRole('combobox', { name: 'Billing leads to' }).waitFor();
      await settings(page).getByRole('combobox', { name: 'Technical leads to' }).waitFor();
      // All five tabs are in sight.
      const edges = await tab(page, 'Settings').evaluate((last) => {
        const list = last.closest('[role=tablist]');
        return list ? list.getBoundingClientRect().right - last.getBoundingClientRect().right : -1;
      });
      expect(edges).toBeGreaterThanOrEqual(0);
      await insertByMenu(page, 'Note', 'Remark');
      await expect.poll(() => settings(page).getByRole('tab').allInnerTexts(), SOON).toEqual(['General']);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'a text is formatted by buttons and keys, and an answer is put in without knowing how it is written',
    async () => {
      const page = await newInteraction();
      await question(page, 'City');
      await page.keyboard.press('Escape');
      await page.locator('.react-flow').focus();
      await page.keyboard.press('s');
      await page.keyboard.type('Confirm');
      await page.keyboard.press('Tab');
      await page.keyboard.type('So it is ');
      await settings(page).getByRole('button', { name: 'Put in an earlier answer' }).press('Enter');
      // What follows the choice at once is written behind it.
      await page.keyboard.press('Enter');
      await page.keyboard.type(', ');
      await page.keyboard.press('Control+b');
      await page.keyboard.type('right');
      const text = settings(page).getByLabel('Text', { exact: true });
      await expect.poll(() => text.inputValue(), SOON).toBe('So it is {city}, **right**');
      expect(await accessibilityProblems(page)).toEqual([]);
      expect((await smallTargets(page)).filter((target) => !target.startsWith('div.map-card'))).toEqual([]);
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'an expression says where it is wrong, takes plain words as a text, and makes a variable that is missing',
    async () => {
      const page = await newInteraction();
      await insertByMenu(page, 'Assignment', 'Price');
      await settings(page).getByRole('button', { name: 'Set a value' }).click();
      await settings(page).getByRole('combobox', { name: 'Variable' }).fill('Home town');
      await page.getByRole('option', { name: 'New variable “Home town”' }).click();
      const becomes = settings(page).getByLabel('Becomes');
      await becomes.fill('home_town = nobody');
      await expect.poll(() => settings(page).locator('mark').allInnerTexts(), SOON).toEqual(['nobody']);
      await becomes.fill('New York');
      await settings(page).getByRole('button', { name: 'Take it as the text "New York"' }).click();
      await expect.poll(() => becomes.inputValue(), SOON).toBe('"New York"');
      await expect.poll(() => fileText(page)).toContain('"variable":"home_town"');
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'an address offers values while it is typed, and a number that cannot be says so',
    async () => {
      const page = await newInteraction();
      await question(page, 'Customer number');
      await insertByMenu(page, 'Integration', 'Look up');
      await settings(page).getByLabel('Path').fill('/customers/');
      await page.keyboard.type('{cust');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => settings(page).getByLabel('Path').inputValue(), SOON)
        .toBe('/customers/{customer_number}');
      await tab(page, 'Settings').click();
      await settings(page).getByLabel('Tries after the first').fill('99');
      await page.keyboard.press('Tab');
      await settings(page)
        .getByText(/^The most that can be set is \d+\. Nothing is set\.$/)
        .waitFor();
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'a problem leads to the tab where it is mended, and is said there',
    async () => {
      const page = await newInteraction();
      await question(page, 'City');
      await tab(page, 'Answer').click();
      await settings(page)
        .getByRole('button', { name: /Kind of answer/ })
        .click();
      await page.getByRole('option', { name: 'Short text' }).click();
      await settings(page).getByText('Must be written in a certain form').click();
      await settings(page).getByLabel('Pattern', { exact: true }).fill('[A-');
      await tab(page, 'General').click();
      await page.getByRole('button', { name: /^Problems: / }).click();
      const row = panel(page, 'Problems').getByRole('listitem').filter({ hasText: 'pattern' });
      await row.getByRole('button', { name: 'City' }).click();
      await expect.poll(() => tab(page, 'Answer').getAttribute('aria-selected'), SOON).toBe('true');
      await settings(page)
        .getByRole('list', { name: 'To be mended here' })
        .getByText('The pattern cannot be used')
        .waitFor();
      // It comes a moment after an edit: below everything that may be about to be pressed.
      const pattern = await settings(page).getByLabel('Pattern', { exact: true }).boundingBox();
      const said = await settings(page).getByRole('list', { name: 'To be mended here' }).boundingBox();
      expect(said?.y).toBeGreaterThan((pattern?.y ?? Number.POSITIVE_INFINITY) + (pattern?.height ?? 0));
    },
    PATIENCE,
  );
});

describe('a second language', () => {
  test.each([
    { theme: 'light', width: 1280 },
    { theme: 'dark', width: 1280 },
    { theme: 'dark', width: 360 },
  ] as const)(
    'is added by name, and all texts are translated in one list ($theme, $width px)',
    async (options) => {
      const page = await newInteraction({ theme: options.theme });
      await question(page, 'Problem', 'Billing');
      await page.locator('.react-flow').focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Escape');
      await settings(page).getByRole('combobox', { name: 'Add a language' }).fill('Germ');
      await page.getByRole('option', { name: 'German de', exact: true }).click();
      await settings(page).getByText('1 text is missing').waitFor();
      await settings(page).getByRole('button', { name: 'Translate texts' }).click();
      await page.setViewportSize({ width: options.width, height: 800 });
      const list = panel(page, 'Translations');
      await list.getByText('1 of 1 missing').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await list.getByLabel('Label (German)').fill('Rechnung');
      await list.getByText('Nothing is missing or out of date.').waitFor();
      await expect.poll(() => fileText(page)).toContain('"de":"Rechnung"');
      await page.getByRole('button', { name: 'Undo: Translate label into German' }).click();
      await list.getByText('1 of 1 missing').waitFor();
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );
});

test(
  'a variable is written otherwise in its panel, and every text follows',
  async () => {
    const page = await newInteraction();
    await question(page, 'City');
    await page.keyboard.press('Escape');
    await page.locator('.react-flow').focus();
    await page.keyboard.press('s');
    await page.keyboard.press('Tab');
    await page.keyboard.type('In {city');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Variables', exact: true }).click();
    const variables = panel(page, 'Variables');
    await variables.getByText('More', { exact: true }).click();
    const key = variables.getByLabel('Written as');
    await key.fill('Town');
    await variables.getByText('Write it in small letters').waitFor();
    await key.fill('town');
    await page.keyboard.press('Enter');
    await expect.poll(() => settings(page).getByLabel('Text', { exact: true }).inputValue(), SOON).toBe('In {town}');
    await page.getByRole('button', { name: 'Undo: Write {city} as {town}' }).click();
    await expect.poll(() => settings(page).getByLabel('Text', { exact: true }).inputValue(), SOON).toBe('In {city}');
  },
  PATIENCE,
);

test(
  'what an edit took along is said, and stays to be read also where no motion is wanted',
  async () => {
    const page = await newInteraction({ motion: 'reduce' });
    await question(page, 'Problem', 'Billing');
    await page.locator('[data-type=question]').click();
    await tab(page, 'Answer').click();
    await settings(page)
      .getByRole('button', { name: /Kind of answer/ })
      .click();
    await page.getByRole('option', { name: 'Date', exact: true }).click();
    const said = page.getByText('Taken away with it: “Billing”. Undo brings it back.');
    await said.waitFor();
    expect(await said.evaluate((words) => getComputedStyle(words).animationDelay)).toBe('5s');
    await expect.poll(() => said.isVisible()).toBe(true);
  },
  PATIENCE,
);

test(
  'the page itself never scrolls, however long the settings are',
  async () => {
    const page = await newInteraction({ height: 500 });
    await question(page, 'City');
    await tab(page, 'Answer').click();
    const rule = settings(page).getByText('Must keep a rule');
    await rule.click();
    await settings(page).getByLabel('Said otherwise').waitFor();
    const scrolled = () =>
      page.evaluate(() => [document.documentElement.scrollTop, document.documentElement.scrollHeight - innerHeight]);
    await expect.poll(() => scrolled()).toEqual([0, 0]);
  },
  PATIENCE,
);

test(
  'one Escape leaves the palette, whatever was typed into it',
  async () => {
    const page = await newInteraction();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('ques');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
  PATIENCE,
);
