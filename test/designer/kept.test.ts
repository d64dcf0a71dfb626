import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentOf } from '#designer/document/interaction-document.ts';
import { emptyInteraction } from '#format/interaction.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { type Random, seededRandom } from '#prelude/ports.ts';
import { MortalBrowser } from '../browser/mortal-browser.ts';
import { builtPages, newContext } from '../browser/pages.ts';
import { servePages } from '../browser/serve-pages.ts';
import { cards, PATIENCE, SOON, settings, settingsThere } from './page-driver.ts';

interface NewCopy {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly address: string;
  /** How much the browser stores for the designer, in bytes; as much as ever where none is given. */
  room(bytes: number | undefined): Promise<void>;
}

/** A working copy in a designer without a server, which can be opened again and again. */
async function newCopy(bytes?: number): Promise<NewCopy> {
  const context = await newContext();
  const page = await context.newPage();
  const origin = await servePages(await builtPages());
  const tab = await context.newCDPSession(page);
  const room = async (size: number | undefined) => {
    await tab.send('Storage.overrideQuotaForOrigin', { origin, ...(size === undefined ? {} : { quotaSize: size }) });
  };
  await room(bytes);
  return { context, page, address: await beginNew(page, origin), room };
}

/** Makes a copy; tells its address. */
async function beginNew(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/designer`);
  await page.getByRole('button', { name: 'New Interaction' }).click();
  await page.getByRole('heading', { name: 'Begin with what is said or asked first' }).waitFor();
  await settingsThere(page);
  return page.url();
}

/** Room for some edits but not for this text, in bytes. Browsers compress what they store, so it is nothing but digests. */
const FULL_SOON = 200_000;
const LONG = Array.from({ length: 6_000 }, (_, at) => createHash('sha512').update(`${at}`).digest('base64url')).join(
  ' ',
);

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await settingsThere(page);
  return page;
}

/** The bytes of the file as it stands in the designer. */
async function fileOf(page: Page): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  return text(await (await saved).createReadStream());
}

/** Inserts a Statement of this name. */
async function state(page: Page, name: string): Promise<void> {
  await page.locator('.react-flow').focus();
  await page.keyboard.press('s');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Takes everything back; tells how many edits that were. */
async function undoAll(page: Page): Promise<number> {
  const undo = page.getByRole('button', { name: /^Undo/ });
  let times = 0;
  for (; await undo.isEnabled(); times++) await page.keyboard.press('Control+z');
  return times;
}

/** The map is undone to nothing, and done again to what it was. */
async function expectWhole(page: Page, empty: string, where: string): Promise<void> {
  const kept = await fileOf(page);
  const times = await undoAll(page);
  expect(await fileOf(page), where).toBe(empty);
  for (let i = 0; i < times; i++) await page.keyboard.press('Control+Shift+z');
  const again = await fileOf(page);
  expect(again === kept ? 'the same' : `${kept.slice(0, 2000)} became ${again.slice(0, 2000)}`, where).toBe('the same');
}

const saved = (page: Page) => page.getByText('Saved in this browser', { exact: true });

const KILLS = {
  /** The process of the tab ends at once, as where the machine runs out of memory. */
  async crash(page: Page) {
    const tab = await page.context().newCDPSession(page);
    const gone = page.waitForEvent('crash');
    // It never answers: who would is gone.
    void tab.send('Page.crash').catch(() => undefined);
    await gone;
    await page.close();
  },
  close: (page: Page) => page.close(),
  async reload(page: Page) {
    await page.reload();
    await page.close();
  },
} as const;

/** Edits by the keyboard from the map, each as the keys that are pressed one after the other. */
const EDITS: readonly (readonly string[])[] = [
  ['s', 'O', 'n', 'e', 'Enter'],
  ['q', 'W', 'h', 'y', 'Tab', 'W', 'h', 'y', '?', 'Escape'],
  ['c', 'N', 'o', 'Enter'],
  ['e', 'Enter'],
  ['ArrowLeft', 'Delete'],
  ['Control+z'],
  ['Control+z', 'Control+z', 'Control+Shift+z'],
  ['ArrowLeft', 's', 'T', 'w', 'o', 'Tab', 'H', 'e', 'l', 'l', 'o', 'Escape'],
];

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random.next() * from.length)] as T;
}

test(
  'at whatever moment the tab is killed, the map comes back with the history that made it',
  async () => {
    const seed = Math.floor(Math.random() * 1e9);
    const random = seededRandom(seed);
    let { context, page, address } = await newCopy();
    const empty = await fileOf(page);
    // What an earlier round took away stays away.
    let undone = 0;
    for (const [round, kill] of [KILLS.crash, KILLS.close, KILLS.reload, KILLS.crash, KILLS.crash].entries()) {
      // What was said to be saved is there whatever follows.
      await state(page, `Sure ${round}`);
      await saved(page).waitFor();
      const keys = Array.from({ length: 4 }, () => pick(random, EDITS)).flat();
      const pressed = keys.slice(0, 1 + Math.floor(random.next() * keys.length));
      const where = `seed ${seed}, round ${round}: ${pressed.join(' ')}`;
      const all = Promise.allSettled(pressed.map((key) => page.keyboard.press(key)));
      if (random.next() < 0.5) await all;
      await kill(page);
      page = await open(context, address);
      undone += pressed.filter((key) => key === 'Control+z' || key === 'Delete').length;
      if (undone === 0)
        await expect.poll(() => cards(page, 'Statement').count(), { ...SOON, message: where }).toBeGreaterThan(round);
      await expectWhole(page, empty, where);
    }
  },
  PATIENCE,
);

test(
  'what was said to be saved is there after the whole browser is killed',
  async () => {
    const browser = new MortalBrowser();
    let context = await browser.start();
    let page = await context.newPage();
    const address = await beginNew(page, await servePages(await builtPages()));
    const empty = await fileOf(page);
    for (const name of ['One', 'Two']) {
      await state(page, name);
      await saved(page).waitFor();
      await browser.kill();
      context = await browser.start();
      page = await open(context, address);
      await cards(page, 'Statement').filter({ hasText: name }).waitFor();
      await expectWhole(page, empty, name);
    }
  },
  PATIENCE,
);

test(
  'where the browser is full, that is said with what to do, and what was edited meanwhile is saved later',
  async () => {
    const { context, page, address, room } = await newCopy(FULL_SOON);
    const empty = await fileOf(page);
    await state(page, 'Before');
    await saved(page).waitFor();
    await state(page, 'Meanwhile');
    await settings(page).getByLabel('Text', { exact: true }).fill(LONG);
    const notice = page.getByRole('alert').filter({ hasText: 'are not saved in this browser' });
    await notice.getByText('Its storage is full.').waitFor();
    await page.getByText('Not saved', { exact: true }).waitFor();

    // Another tab sees what is stored.
    const other = await open(context, address);
    await expect.poll(() => cards(other, 'Statement').count()).toBeGreaterThan(0);
    expect((await fileOf(other)).includes(LONG)).toBe(false);
    await room(undefined);
    await notice.waitFor({ state: 'detached' });
    await saved(page).waitFor();
    await expect.poll(async () => (await fileOf(other)).includes(LONG), SOON).toBe(true);
    await page.close();
    await other.close();
    const again = await open(context, address);
    expect((await fileOf(again)).includes(LONG)).toBe(true);
    await expectWhole(again, empty, 'after the store was full');
  },
  PATIENCE,
);

test(
  'a person who leaves while the newest edit is not saved anywhere is asked first',
  async () => {
    const { page } = await newCopy(FULL_SOON);
    await state(page, 'Unsaved');
    await settings(page).getByLabel('Text', { exact: true }).fill(LONG);
    await page.getByText('Not saved', { exact: true }).waitFor();
    const asked = page.waitForEvent('dialog');
    const gone = page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await gone;
  },
  PATIENCE,
);

test(
  'two tabs of one copy share their map and their history, also after a reload',
  async () => {
    const { context, page, address } = await newCopy();
    const empty = await fileOf(page);
    const other = await open(context, address);
    await state(page, 'One');
    await expect.poll(() => cards(other, 'Statement').count(), SOON).toBe(1);
    await state(other, 'Two');
    await expect.poll(() => cards(page, 'Statement').count(), SOON).toBe(2);
    await Promise.all([state(page, 'Three'), state(other, 'Four')]);
    for (const each of [page, other]) await expect.poll(() => cards(each, 'Statement').count(), SOON).toBe(4);
    await expect.poll(() => fileOf(other), SOON).toBe(await fileOf(page));
    await Promise.all([page, other].map((each) => saved(each).waitFor()));
    await page.reload();
    await cards(page, 'Statement').first().waitFor();
    await page.locator('.react-flow').focus();
    await expectWhole(page, empty, 'after both edited');
    await expect.poll(() => fileOf(other), SOON).toBe(await fileOf(page));
  },
  PATIENCE,
);

test(
  'a copy that the first version stored is opened, and can be undone from there on',
  async () => {
    const { context, page, address } = await newCopy();
    const copy = new URL(address).pathname.split('/').at(-1) ?? '';
    await page.goto(new URL('/designer', address).href);
    await page.getByRole('heading', { name: 'Interactions in work' }).waitFor();
    const old = documentOf(emptyInteraction('int_old' as InteractionId, 'From long ago', 'en'));
    await storeAsVersion1(page, `waymark-copy-${copy}`, [...Y.encodeStateAsUpdate(old.shared)]);
    await page.close();
    const opened = await open(context, address);
    await opened.getByRole('heading', { name: 'From long ago' }).waitFor({ state: 'attached' });
    await state(opened, 'New');
    await saved(opened).waitFor();
    await opened.reload();
    await cards(opened, 'Statement').waitFor();
    expect(await undoAll(opened)).toBeGreaterThan(0);
    await expect.poll(() => cards(opened, 'Statement').count(), SOON).toBe(0);
  },
  PATIENCE,
);

/** Puts an update where version 1 of the store had it, in place of what is there. */
async function storeAsVersion1(page: Page, name: string, update: readonly number[]): Promise<void> {
  await page.evaluate(
    ([database, bytes]) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase(database);
        const opening = indexedDB.open(database, 1);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('updates', { autoIncrement: true }).add(Uint8Array.from(bytes));
          opening.result.createObjectStore('custom');
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    [name, update] as const,
  );
}
