import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../browser/axe.ts';
import { sidewaysOverflow, smallTargets } from '../browser/targets.ts';
import {
  card,
  cards,
  drag,
  drawByKeyboard,
  expectSeedExample,
  faults,
  insertByMenu,
  newInteraction,
  PATIENCE,
  placeOf,
  SOON,
  settings,
} from './page-driver.ts';

test(
  'the example is drawn with the Insert menu and the pointer',
  async () => {
    const page = await newInteraction();
    await insertByMenu(page, 'Question', 'Problem');
    await settings(page).getByLabel('Question', { exact: true }).fill('What type of problem do you have?');
    for (const name of ['Billing', 'Technical', 'Something else']) await insertByMenu(page, 'Choice', name);
    await page.locator('.react-flow__pane').click({ position: { x: 40, y: 500 } });
    await insertByMenu(page, 'Statement', 'Confirm');
    await settings(page).getByLabel('Text', { exact: true }).fill('You have selected {problem}.');
    // Inserted by itself, it stands alone; each Choice is connected by dragging.
    const statement = cards(page, 'Statement');
    await page.getByRole('button', { name: 'Show everything' }).click();
    for (const name of ['Billing', 'Technical', 'Something else']) {
      await drag(page, card(page, `Choice: ${name}`), statement);
    }
    await expectSeedExample(page);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'the example is drawn by the toolbar and the keyboard alone',
  async () => {
    const page = await newInteraction();
    // The toolbar is one stop of the Tab key; arrows move within it.
    const toolbar = page.getByRole('toolbar', { name: 'Insert' });
    await toolbar.getByRole('button').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Problem');
    await page.keyboard.press('Tab');
    await page.keyboard.type('What type of problem do you have?');
    await page.keyboard.press('Escape');
    for (const name of ['Billing', 'Technical', 'Something else']) {
      await page.keyboard.press('c');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.keyboard.type('Confirm');
    await page.keyboard.press('Tab');
    await page.keyboard.type('You have selected {prob');
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    await page.keyboard.press('Escape');
    // Each Choice is connected by naming its target.
    for (const name of ['Billing', 'Technical', 'Something else']) {
      await page.keyboard.press('Control+f');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => card(page, `Choice: ${name}`).getAttribute('data-selected'), SOON).toBe('true');
      await page.keyboard.press('l');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Conf');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await expectSeedExample(page);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'a reload brings back the map and what can be undone',
  async () => {
    const page = await newInteraction();
    await drawByKeyboard(page);
    await expectSeedExample(page);
    await page.reload();
    await cards(page, 'Question').waitFor();
    await expectSeedExample(page);
    const undo = page.getByRole('button', { name: /^Undo/ });
    while (await undo.isEnabled()) await undo.click();
    await expect.poll(() => page.locator('[data-element]').count(), SOON).toBe(0);
    const redo = page.getByRole('button', { name: /^Redo/ });
    while (await redo.isEnabled()) await redo.click();
    await expectSeedExample(page);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'a fault is named by the Problems panel, which leads to it',
  async () => {
    const page = await newInteraction();
    await drawByKeyboard(page);
    await page.keyboard.press('Enter');
    await settings(page).getByLabel('Text', { exact: true }).fill('You have selected {trouble}.');
    await page.getByRole('button', { name: 'Problems: 1' }).click();
    const list = page.getByRole('list', { name: 'Problems' });
    await expect.poll(() => list.textContent(), SOON).toContain('trouble');
    await page.locator('.react-flow__pane').click({ position: { x: 30, y: 300 } });
    await list.getByRole('button', { name: 'Confirm' }).click();
    await expect.poll(() => cards(page, 'Statement').getAttribute('data-selected'), SOON).toBe('true');
  },
  PATIENCE,
);

test(
  'the preview runs what is drawn, keeps answers while it is edited, and shows where it stands',
  async () => {
    const page = await newInteraction();
    await drawByKeyboard(page);
    await page.getByRole('button', { name: 'Preview', exact: true }).last().click();
    const player = page.locator('waymark-player');
    await player.getByRole('button', { name: 'Technical' }).click();
    await player.getByText('You have selected Technical.').last().waitFor();
    await expect.poll(() => page.locator('[data-current]').getAttribute('data-type'), SOON).toBe('statement');
    await cards(page, 'Statement').click();
    await settings(page).getByLabel('Text', { exact: true }).fill('It is {problem}, then.');
    await player.getByText('It is Technical, then.').last().waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'Variables of the preview' }).textContent(), SOON)
      .toContain('technical');
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

describe('by pointer', () => {
  test(
    'two presses connect as a drag does, and a second connector from a way out in use asks',
    async () => {
      const page = await newInteraction();
      await page.locator('.react-flow').focus();
      for (const name of ['One', 'Two', 'Three']) {
        await page.keyboard.press('s');
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
      }
      await page.getByRole('button', { name: 'Show everything' }).click();
      const named = (name: string) => card(page, `Statement: ${name}`);
      await named('Three').locator('.map-port').click();
      await named('One').click();
      await expect.poll(() => page.locator('[data-connector]').count(), SOON).toBe(3);
      await expect.poll(() => page.locator('[data-back]').count(), SOON).toBe(1);
      await drag(page, named('One'), named('Three'));
      await page.getByRole('dialog').getByRole('button', { name: 'Insert a Decision that leads to both' }).click();
      await expect.poll(() => cards(page, 'Decision').count(), SOON).toBe(1);
      await expect.poll(() => page.locator('[data-connector]').count(), SOON).toBe(5);
    },
    PATIENCE,
  );

  test(
    'a connector dropped on nothing offers what to insert there; Escape right after an insert takes it back',
    async () => {
      const page = await newInteraction();
      await page.locator('.react-flow').focus();
      await page.keyboard.press('s');
      await page.keyboard.press('Enter');
      const port = await placeOf(cards(page, 'Statement').locator('.map-port'));
      await page.mouse.move(port.x + 12, port.y + 12);
      await page.mouse.down();
      await page.mouse.move(port.x + 60, port.y + 140, { steps: 6 });
      await page.mouse.up();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('End');
      await page.keyboard.press('Enter');
      await expect.poll(() => cards(page, 'End').count(), SOON).toBe(1);
      await expect.poll(() => page.locator('[data-connector]').count(), SOON).toBe(1);
      await settings(page).getByLabel('Name').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect.poll(() => cards(page, 'End').count(), SOON).toBe(0);
    },
    PATIENCE,
  );

  test(
    'a card is dragged, renamed by a double press, and dropped on a connector',
    async () => {
      const page = await newInteraction();
      await page.locator('.react-flow').focus();
      for (const name of ['One', 'Two']) {
        await page.keyboard.press('s');
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('s');
      await page.keyboard.type('Loose');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Show everything' }).click();
      const named = (name: string) => card(page, `Statement: ${name}`);
      const [loose, one, two] = [
        await placeOf(named('Loose')),
        await placeOf(named('One')),
        await placeOf(named('Two')),
      ];
      await page.mouse.move(...loose.middle);
      await page.mouse.down();
      await page.mouse.move((one.x + one.width + two.x) / 2, one.y + one.height / 2, { steps: 10 });
      await page.mouse.up();
      await expect.poll(() => page.locator('[data-connector]').count(), SOON).toBe(2);
      await page.getByRole('button', { name: 'Undo: Insert on connector' }).click();
      await expect.poll(() => page.locator('[data-connector]').count(), SOON).toBe(1);
      await named('One').dblclick();
      await page.keyboard.type('First');
      await page.keyboard.press('Enter');
      await named('First').waitFor();
    },
    PATIENCE,
  );
});

test(
  'a worker lays the map out afresh, which is one step of undo',
  async () => {
    const page = await newInteraction();
    await drawByKeyboard(page);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Lay everything out afresh' }).click();
    await page.getByRole('button', { name: 'Undo: Lay out' }).click();
    await page.getByRole('button', { name: 'Redo: Lay out' }).waitFor();
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'the outline does what the map does, by keyboard',
  async () => {
    const page = await newInteraction();
    await page.keyboard.press('Control+/');
    await page.getByRole('button', { name: 'Insert the first element' }).click();
    await page.keyboard.type('Question');
    await page.keyboard.press('Enter');
    await settings(page).getByLabel('Name').waitFor();
    await page.keyboard.type('Problem');
    const outline = page.getByRole('treegrid', { name: 'Outline' });
    await outline.getByRole('row', { name: /Question: Problem/ }).click();
    await page.keyboard.press('c');
    await page.keyboard.type('Billing');
    await outline.getByRole('row', { name: /Choice: Billing/ }).click();
    await page.keyboard.press('s');
    await page.keyboard.type('Confirm');
    await expect.poll(() => outline.getByRole('row').count(), SOON).toBe(3);
    await outline.getByRole('row', { name: /Choice: Billing/ }).click();
    await page.keyboard.press('F2');
    await page.getByLabel('Name of Billing').fill('Invoices');
    await page.keyboard.press('Enter');
    await outline.getByRole('row', { name: /Choice: Invoices/ }).click();
    await page.keyboard.press('Delete');
    await expect.poll(() => cards(page, 'Choice').count(), SOON).toBe(0);
  },
  PATIENCE,
);

describe.each(['light', 'dark'] as const)('the designer in the %s theme', (theme) => {
  test.each([360, 1280])(
    'is accessible, large enough and fits a window of %i px',
    async (width) => {
      const page = await newInteraction({ theme, width });
      await drawByKeyboard(page);
      const expectGood = async (where: string) => {
        expect(await accessibilityProblems(page), where).toEqual([]);
        // Cards are as small as one zooms out; zooming in, the outline and the keyboard reach the same.
        const small = (await smallTargets(page)).filter((target) => !target.startsWith('div.map-card'));
        expect(small, where).toEqual([]);
        expect(await sidewaysOverflow(page), where).toBe(0);
      };
      await expectGood('settings');
      for (const panel of ['Outline', 'Problems', 'Variables', 'Translations', 'Comments', 'Versions', 'Preview']) {
        await page
          .getByRole('toolbar', { name: 'Panels' })
          .getByRole('button', { name: new RegExp(`^${panel}`) })
          .click();
        await page.getByRole('region', { name: panel, exact: true }).waitFor();
        if (panel === 'Preview') await page.locator('waymark-player').waitFor();
        await expectGood(panel);
      }
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await expectGood('palette');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('.react-flow').focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await expectGood('shortcuts');
      await page.keyboard.press('Escape');
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );
});
