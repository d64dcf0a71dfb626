import type { Browser, BrowserContext, Page } from 'playwright-core';
import { goal } from '../goal.ts';
import { figureOf, inWords, row } from './figures.ts';
import { putClock, settled, untilPainted } from './in-page.ts';
import { HOST } from './session-service.ts';

const ROUNDS = 9;

/** Milliseconds. */
const GOAL = { list: 100, keystroke: 50 };

export interface PlayerPlaces {
  /** Where the built pages and the sessions are. */
  readonly product: string;
  /** Where the bare pages are. */
  readonly bare: string;
}

/** How long a person at a call waits for what they see after a key. */
export async function measurePlayer(browser: Browser, { product, bare }: PlayerPlaces): Promise<void> {
  const context = await browser.newContext();
  const times = { next: [] as number[], list: [] as number[], keystroke: [] as number[], radios: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const page = await seated(context, product, round);
    const next = [await answer(page, 'q_second'), await answer(page, 'q_third')];
    const list = await answer(page, 'q_country');
    const keystroke: number[] = [];
    for (const key of ['m', 'a', 'n']) keystroke.push(await narrow(page, key));
    await page.close();
    const radios = await bareRadios(context, bare);
    // The first round warms up.
    if (round === 0) continue;
    times.next.push(...next);
    times.list.push(list);
    times.keystroke.push(...keystroke);
    times.radios.push(radios);
  }
  await context.close();
  row('from a key to what it brings, ms', ['median (spread)']);
  row('the next page, with two choices', [inWords(figureOf(times.next))]);
  row('a list of 226 choices', [inWords(figureOf(times.list))]);
  row('beside it: 226 radio buttons, plain DOM', [inWords(figureOf(times.radios))]);
  row('a letter that narrows the list', [inWords(figureOf(times.keystroke))]);
  goal('a list of 226 choices, ms', figureOf(times.list).middle, GOAL.list, 'at most');
  goal('a letter that narrows it, ms', figureOf(times.keystroke).middle, GOAL.keystroke, 'at most');
}

/** A session of its own whose first page stands there, with all that players step ahead with. */
async function seated(context: BrowserContext, product: string, round: number): Promise<Page> {
  const page = await context.newPage();
  await putClock(page, 'waymark-player');
  const program = page.waitForResponse((response) => response.url().includes('/programs/'));
  await sitDown(page, product, `ses_${round}`);
  await (await program).finished();
  await settled(page);
  return page;
}

/** Opens a page that holds nothing but a player of this session; resolves when its first page stands there. */
export async function sitDown(page: Page, product: string, session: string): Promise<void> {
  await page.goto(product + HOST);
  await page.waitForFunction(() => customElements.get('waymark-player') !== undefined);
  await page.evaluate((id) => {
    const player = document.createElement('waymark-player');
    player.toggleAttribute('autofocus', true);
    document.querySelector('main')?.append(player);
    Object.assign(player, { source: { kind: 'session', account: 'acc_bench', session: id } });
  }, session);
  await page.waitForFunction(() => document.querySelector('waymark-player')?.shadowRoot?.activeElement != null);
}

/** Answers by the key of the first choice; milliseconds until the next page is painted and has the focus. */
function answer(page: Page, next: string): Promise<number> {
  const isThere = (element: string) => {
    const player = document.querySelector('waymark-player');
    const shown = player && 'session' in player ? (player.session as { page?: { element: string } }) : undefined;
    const focused = player?.shadowRoot?.activeElement;
    return shown?.page?.element === element && focused instanceof HTMLElement && focused.matches('[data-first]');
  };
  return untilPainted(page, 'keydown', isThere, next, () => page.keyboard.press('1'));
}

/** Types a letter into the search of the list; milliseconds until the shorter list is painted. */
async function narrow(page: Page, key: string): Promise<number> {
  const rows = await page.evaluate(
    () => document.querySelector('waymark-player')?.shadowRoot?.querySelectorAll('.finder-row').length ?? 0,
  );
  const isThere = (before: number) => {
    const list = document.querySelector('waymark-player')?.shadowRoot?.querySelectorAll('.finder-row');
    return list !== undefined && list.length < before;
  };
  return untilPainted(page, 'keydown', isThere, rows, () => page.keyboard.press(key));
}

async function bareRadios(context: BrowserContext, bare: string): Promise<number> {
  const page = await context.newPage();
  await putClock(page, 'body');
  await page.goto(`${bare}/radios.html`);
  await page.locator('body[data-ready]').waitFor();
  await settled(page);
  const isThere = () => document.activeElement instanceof HTMLInputElement;
  const time = await untilPainted(page, 'keydown', isThere, null, () => page.keyboard.press('1'));
  await page.close();
  return time;
}
