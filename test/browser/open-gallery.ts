import type { Page } from 'playwright-core';
import { builtGallery, newPage, type PageOptions } from './pages.ts';
import { servePages } from './serve-pages.ts';

/** Milliseconds: the first test of a run also builds the page and starts the browser. */
export const PATIENCE = 600_000;

/** Opens the page of all components, or its sign-in page. */
export async function openGallery(options: PageOptions = {}, part: '' | '#sign-in' = ''): Promise<Page> {
  const page = await newPage(options);
  await page.goto(`${await servePages(await builtGallery())}/ui-gallery${part}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
