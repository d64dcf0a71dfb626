import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the server says of a fault of its own. */
export const FAULT = 'Something went wrong in the server';

/** From now on the server fails at whatever a page reads of its account; call what comes back to have it work again. */
export async function serverFails(page: Page, which = /\/api\/v1\/accounts\//): Promise<() => Promise<void>> {
  await page.route(which, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      json: {
        type: 'about:blank',
        title: FAULT,
        status: 500,
        code: 'server.failed',
        detail: 'Try again.',
        request: 'req_1',
      },
    }),
  );
  return () => page.unroute(which);
}

/** Presses whatever tries again until something is there and nothing failed any more. */
export async function triesAgain(page: Page, selector: string): Promise<void> {
  const isThere = async () => {
    for (const button of await page.getByRole('button', { name: 'Try again' }).all()) {
      // Pressing one may take the others away.
      await button.click({ timeout: 1_000 }).catch(() => undefined);
    }
    const isAll = (await page.getByRole('alert').filter({ hasText: FAULT }).count()) === 0;
    return isAll && (await page.locator(selector).first().isVisible());
  };
  await expect.poll(isThere, { timeout: 120_000 }).toBe(true);
}
