import { existsSync } from 'node:fs';
import type { Browser, Page, Request } from 'playwright-core';
import type { Interaction } from '#format/interaction.ts';
import { gzipBytes } from '#test/browser/built-entry.ts';
import { goal } from '../goal.ts';
import { firstPainted, putClock } from './in-page.ts';
import { sitDown } from './player.ts';
import { openWaymark } from './waymark-map.ts';

/** Where what is loaded lies as it was built. */
const FOLDER = 'dist/web';

/** Kilobytes. */
const GOAL = { player: 60, designer: 300 };

/** What is loaded before anything can be done: of the player, and of the designer that opens a working copy. */
export async function measureSizes(browser: Browser, product: string, flow: Interaction | undefined): Promise<void> {
  process.stdout.write('loaded, each file compressed by gzip for itself\n');
  const player = await browser.newContext();
  await measure(await player.newPage(), 'the player, to its first page', GOAL.player, async (page) => {
    await sitDown(page, product, 'ses_size');
    return undefined;
  });
  await player.close();
  const designer = await browser.newContext();
  const before = await designer.newPage();
  await putClock(before, '[data-element]');
  const address = flow ? await openWaymark(before, product, flow) : product;
  await before.close();
  await measure(await designer.newPage(), 'the designer, to its first map', GOAL.designer, async (page) => {
    await putClock(page, '[data-element]');
    await page.goto(address);
    const painted = await firstPainted(page);
    // What is asked for then comes after the map, and may be there before anybody looks.
    return painted + (await page.evaluate(() => performance.timeOrigin));
  });
  await designer.close();
}

/**
 * Fonts are told, and not counted: words are seen before they come.
 *
 * @param open tells up to which moment what is asked for counts, in milliseconds since 1970; nothing: all until then
 */
async function measure(
  page: Page,
  what: string,
  limit: number,
  open: (page: Page) => Promise<number | undefined>,
): Promise<void> {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  const until = (await open(page)) ?? Number.POSITIVE_INFINITY;
  const counted = requests.filter((request) => request.timing().startTime < until);
  const paths = new Set(counted.map((request) => new URL(request.url()).pathname));
  const files = [...paths].filter((path) => existsSync(`${FOLDER}${path}`) && path !== '/');
  const sum = (pattern: RegExp) =>
    gzipBytes(
      FOLDER,
      files.filter((path) => pattern.test(path)),
    ) / 1000;
  process.stdout.write(
    `  ${what}: scripts ${sum(/\.js$/).toFixed(1)} kB, styles ${sum(/\.css$/).toFixed(1)} kB, font ${sum(/\.woff2$/).toFixed(1)} kB\n`,
  );
  goal(`${what}, kB of scripts and styles`, sum(/\.(js|css)$/), limit, 'at most');
}
