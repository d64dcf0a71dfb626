import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../browser/axe.ts';
import type { PageOptions } from '../browser/pages.ts';
import { sidewaysOverflow, smallTargets } from '../browser/targets.ts';
import { refund } from '../factories/refund.ts';
import { openDrawing } from './open-drawing.ts';
import { faults, PATIENCE, SOON } from './page-driver.ts';

const read = (page: Page, text: string) => page.locator('waymark-player .read-aloud').getByText(text).waitFor();

/** The preview at whether it is urgent, an amount of 250 behind. */
async function openPreview(options: PageOptions = {}): Promise<Page> {
  const page = await openDrawing(refund(), 'Goodbye', options);
  await page.getByRole('button', { name: 'Preview', exact: true }).last().click();
  await read(page, 'What is your name?');
  await page.locator('waymark-player').getByRole('textbox').focus();
  for (const [answer, next] of [
    ['Ann', 'How much did you pay?'],
    ['250', 'Is it urgent?'],
  ] as const) {
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
    await read(page, next);
  }
  return page;
}

describe('the preview', () => {
  test(
    'says in words why a run is where it is, with the values that were read',
    async () => {
      const page = await openPreview();
      await page.keyboard.press('Alt+w');
      const why = page.getByRole('dialog', { name: 'Why am I here: “Urgent”' });
      await expect
        .poll(() => why.getByRole('listitem').allInnerTexts(), SOON)
        .toEqual([
          '“Amount” was answered: 250',
          '“Size” went on by “Large”, because amount is more than 100 (Amount is 250)',
        ]);
      expect(await accessibilityProblems(page, '[role=dialog]')).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await why.waitFor({ state: 'detached' });
      expect(faults(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'goes to another topic and returns, and back and forward again, by keys',
    async () => {
      const page = await openPreview();
      await page.keyboard.press('Alt+j');
      await page.getByRole('dialog', { name: 'Go to another topic' }).waitFor();
      await page.keyboard.type('fee');
      await page.keyboard.press('Enter');
      await read(page, 'There are no fees.');
      await expect.poll(() => page.locator('[data-current]').innerText(), SOON).toContain('Fees');
      await page.keyboard.press('Alt+r');
      await read(page, 'Is it urgent?');
      for (const text of ['There are no fees.', 'Is it urgent?', 'How much did you pay?']) {
        await page.keyboard.press('Alt+ArrowLeft');
        await read(page, text);
      }
      await page.keyboard.press('Alt+ArrowRight');
      await read(page, 'Is it urgent?');
    },
    PATIENCE,
  );

  test(
    'changes the language in the middle of a run, and begins again in it',
    async () => {
      const page = await openPreview();
      await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Español' });
      await read(page, '¿Es urgente?');
      await page.getByRole('button', { name: 'Again', exact: true }).click();
      await read(page, '¿Cómo se llama?');
    },
    PATIENCE,
  );

  test(
    'fits in a narrow window',
    async () => {
      const page = await openPreview({ width: 1024, theme: 'dark' });
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    },
    PATIENCE,
  );
});
