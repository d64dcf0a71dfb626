import type { Page } from 'playwright-core';

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Chooses a file in the dialog that `open` brings up. */
export async function chooseFile(page: Page, file: ChosenFile, open: () => Promise<void>): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  // The page is told to hand its dialogs over, and keys reach it on another way: the key is now and then the faster one,
  // and the dialog then opens where nobody sees it. An answer that comes behind that word says that it has arrived.
  await page.evaluate(() => undefined);
  await open();
  await (await dialog).setFiles(file);
}
