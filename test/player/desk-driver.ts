import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Interaction } from '#format/interaction.ts';
import { newPage, type PageOptions, watched } from '#test/browser/pages.ts';
import { DeskService } from './desk-service.ts';

/** A desk with these Interactions, not yet looked at. Call it within a test. */
export async function openDesk(folder: string, interactions: readonly Interaction[], options: PageOptions = {}) {
  const service = new DeskService(interactions);
  const origin = await service.serve(folder);
  const page = watched(await newPage(options));
  const goHome = async () => {
    await page.goto(`${origin}/desk`);
    await page.getByRole('heading', { name: 'Start a call' }).waitFor();
    await focused(page, 'Find an Interaction');
  };
  return { service, origin, page, goHome };
}

/** Waits until what has the focus is called so, within players too; a row by its first words. */
export async function focused(page: Page, name: string): Promise<void> {
  const where = (wanted: string) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const own = at?.getAttribute('aria-label') ?? at?.getAttribute('placeholder');
    const choice = at?.closest('label')?.querySelector('.choice-label') ?? at?.querySelector('.choice-label');
    const label = own ?? choice?.textContent ?? at?.textContent?.trim() ?? '';
    const is = at?.getAttribute('role') === 'row' ? label.startsWith(wanted) : label === wanted;
    return is ? wanted : `the focus is on “${label.slice(0, 80)}”`;
  };
  await expect.poll(() => page.evaluate(where, name), { timeout: 120_000 }).toBe(name);
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
