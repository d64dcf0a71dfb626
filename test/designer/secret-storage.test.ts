import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stored } from '../browser/stored.ts';
import { SECRETS, secretAnswers } from '../factories/secret-answers.ts';
import { openDrawing, savedFile } from './open-drawing.ts';
import { PATIENCE, SOON } from './page-driver.ts';

const read = (page: Page, text: string) => page.locator('waymark-player .read-aloud').getByText(text).waitFor();

test(
  'a preview, and the test that is kept of it, leave the secrets out that were answered, whatever asked for them',
  async () => {
    const page = await openDrawing(secretAnswers(), 'Bye');
    await page.getByRole('button', { name: 'Preview', exact: true }).last().click();
    await read(page, 'What is your name?');
    await page.locator('waymark-player').getByRole('textbox').focus();
    for (const [answer, next] of [
      ['Ann', 'What is your PIN?'],
      [SECRETS.pin, 'What is your code?'],
      [SECRETS.code, 'And the rest?'],
    ] as const) {
      await page.keyboard.type(answer);
      await page.keyboard.press('Enter');
      await read(page, next);
    }
    await page.keyboard.type('Bath');
    await page.keyboard.press('Tab');
    await page.keyboard.type(SECRETS.word);
    await page.keyboard.press('Control+Enter');
    await read(page, 'Thank you');
    await page.getByRole('button', { name: 'Keep as test' }).click();
    await page
      .getByText(/^Kept as test/)
      .first()
      .waitFor();
    await page.getByText('1 passed').first().waitFor();
    await expect.poll(() => stored(page), SOON).toContain('Bath');
    const file = JSON.stringify(await savedFile(page));
    expect(file).toContain('Bath');
    const everything = `${await stored(page)}${file}`;
    for (const secret of Object.values(SECRETS)) expect(everything).not.toContain(secret);
  },
  PATIENCE,
);
