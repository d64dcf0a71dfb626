import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: by pointer, or without one. The same story is told with both. */
export interface Hand {
  readonly name: 'pointer' | 'keyboard';
  /** Presses a button, a link, a tab, an item of a menu. */
  press(what: Locator): Promise<void>;
  /** Picks an option of a drop-down list. */
  choose(list: Locator, option: string | RegExp): Promise<void>;
  /** Puts a text into a field, over what stood there. */
  write(field: Locator, text: string): Promise<void>;
}

export const pointer: Hand = {
  name: 'pointer',
  press: (what) => what.click(),
  async choose(list, option) {
    await list.click();
    await list.page().getByRole('option', { name: option }).click();
  },
  write: (field, text) => field.fill(text),
};

/** Focus is put where Tab would bring it; that Tab reaches everything is proven screen by screen elsewhere. */
export const keyboard: Hand = {
  name: 'keyboard',
  press: (what) => what.press('Enter'),
  async choose(list, option) {
    await list.press('Enter');
    const wanted = list.page().getByRole('option', { name: option });
    await wanted.focus();
    await list.page().keyboard.press('Enter');
  },
  async write(field, text) {
    await field.press('Control+a');
    await field.page().keyboard.insertText(text);
  },
};

/** Signs somebody in by the form and goes where they want to go. */
export async function signIn(page: Page, hand: Hand, url: URL, email: string, password: string): Promise<void> {
  await page.goto(new URL('/sign-in', url).href);
  await hand.write(page.getByRole('textbox', { name: 'E-mail' }), email);
  await hand.write(page.getByRole('textbox', { name: 'Password' }), password);
  await page.keyboard.press('Enter');
  // By the start of the console to the first place that is open to them.
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in' && pathname !== '/console');
  await page.goto(url.href);
}
