import { json } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import type { Interaction } from '#format/interaction.ts';
import { writeInteraction } from '#format/write.ts';
import type { JsonObject } from '#prelude/json.ts';
import { chooseFile } from '../browser/choose-file.ts';
import { builtPages, newPage, type PageOptions } from '../browser/pages.ts';
import { servePages } from '../browser/serve-pages.ts';
import { settingsThere } from './page-driver.ts';

/** A designer without a server that has opened a file; the element of that name is selected. */
export async function openDrawing(
  interaction: Interaction,
  selected: string,
  options: PageOptions = {},
): Promise<Page> {
  const page = await newPage(options);
  await page.goto(`${await servePages(await builtPages())}/designer`);
  const buffer = Buffer.from(writeInteraction(interaction));
  const file = { name: 'drawn.interaction.json', mimeType: 'application/json', buffer };
  await chooseFile(page, file, () => page.getByRole('button', { name: 'Open file' }).click());
  await settingsThere(page);
  await page.locator('.react-flow').focus();
  await page.keyboard.press('Control+f');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(selected);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return page;
}

/** What a person gets who saves the Interaction as a file now. */
export async function savedFile(page: Page): Promise<JsonObject> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  return (await json(await (await download).createReadStream())) as JsonObject;
}
