import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '#test/browser/chromium-path.ts';
import { pageServer } from '#test/browser/page-server.ts';
import { largeFlow } from '#test/factories/large-flow.ts';
import { askedFirst } from './screen/asked-first.ts';
import { barePages } from './screen/bare-pages.ts';
import { bareServer } from './screen/bare-server.ts';
import { measureMap } from './screen/map.ts';
import { measurePlayer } from './screen/player.ts';
import { serveSessions } from './screen/session-service.ts';
import { measureSizes } from './screen/sizes.ts';

// What people see and when, in Chromium: the built pages as the product serves them, moved by real input through the
// browser's own protocol. Frames are told by the page's own frame callbacks. The browser draws in software: a machine
// with a graphics processor is faster, so what counts is the ratio to the pages beside.

const SIZES = [1_000, 5_000];

const flows = SIZES.map(largeFlow);
const pages = await pageServer(`${process.cwd()}/dist/web`);
serveSessions(pages, askedFirst());
const bare = await bareServer(`${process.cwd()}/${await barePages()}`, flows);
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_ARGS });
try {
  const listen = { host: '127.0.0.1', port: 0 };
  const places = { product: await pages.listen(listen), bare: await bare.listen(listen) };
  await measureSizes(browser, places.product, flows[0]);
  await measurePlayer(browser, places);
  for (const flow of flows) await measureMap(browser, places, flow);
} finally {
  await browser.close();
  await bare.close();
  await pages.close();
}
