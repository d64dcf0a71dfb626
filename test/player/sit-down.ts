import type { Page } from 'playwright-core';
import { newPage, watched } from '#test/browser/pages.ts';
import { type House, PASSWORD, type Person } from '#test/server/driver.ts';
import { type FaultyLine, faultyLine } from './faulty-line.ts';

/** Signs in at the desk over a line that may be cut. */
export async function sitDown(house: House, who: Person): Promise<{ page: Page; line: FaultyLine }> {
  const line = await faultyLine(house.server.url);
  const page = watched(await newPage());
  await page.goto(`${line.origin}/desk`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('textbox', { name: 'E-mail' }).fill(who.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Start a call' }).waitFor();
  await page.getByText('Broadband fault').first().waitFor();
  return { page, line };
}

/** Waits until this is read aloud. */
export const read = (page: Page, text: string) => page.locator('waymark-player .read-aloud').getByText(text).waitFor();

/** Starts the call about a broadband fault. */
export async function startCall(page: Page): Promise<void> {
  await page.keyboard.type('broad');
  await page.getByText('starts').waitFor();
  await page.keyboard.press('Enter');
  await read(page, 'Good morning');
}

/** Waits until the player has what it steps ahead with. */
export async function stepsAhead(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('waymark.ahead').length > 0);
}

/** Holds the commands of a page back, each until it is let go. */
export async function holdCommands(page: Page) {
  const held: (() => void)[] = [];
  let isHeld = true;
  await page.route('**/commands', async (route) => {
    if (isHeld) await new Promise<void>((go) => held.push(go));
    await route.continue().catch(() => undefined);
  });
  return {
    get count() {
      return held.length;
    },
    letGo() {
      isHeld = false;
      for (const go of held.splice(0)) go();
    },
  };
}

/** The session that a page of the desk shows. */
export const sessionAt = (page: Page) => new URL(page.url()).pathname.split('/')[2] as never;
