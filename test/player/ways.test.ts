import { beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from '#format/interaction.ts';
import { builtPages } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { refund } from '#test/factories/refund.ts';
import { PlayerDriver } from './player-driver.ts';

const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

async function open(options: Parameters<typeof PlayerDriver.open>[2] = {}): Promise<PlayerDriver> {
  const player = await PlayerDriver.open(
    await servePages(folder),
    { kind: 'working-copy', interaction: refund(), language: 'en' },
    options,
  );
  await player.at('q_name');
  return player;
}

/** At the telephone number, three answers behind. */
async function openAtPhone(): Promise<PlayerDriver> {
  const player = await open();
  await player.type('Ann');
  await player.press('Enter');
  await player.at('q_amount');
  await player.type('12.5');
  await player.press('Enter');
  await player.at('q_urgent');
  await player.press('1');
  await player.at('q_phone');
  return player;
}

async function backTo(player: PlayerDriver, ...pages: readonly string[]): Promise<void> {
  for (const page of pages) {
    await player.press('Alt+ArrowLeft');
    await player.at(page);
  }
}

const button = (player: PlayerDriver, name: string) => player.page.getByRole('button', { name, exact: true });

describe('forward again, after going back', () => {
  it('is offered only then, and goes one page on with the answer that was given', SLOW, async () => {
    const player = await openAtPhone();
    expect(await button(player, 'Forward').count()).toBe(0);
    await backTo(player, 'q_urgent', 'q_amount');
    await player.press('Alt+ArrowRight');
    await player.at('q_urgent');
    await expect.poll(() => player.variables()).toMatchObject({ amount: 12.5 });
    await button(player, 'Forward').click();
    await player.at('q_phone');
    expect(await button(player, 'Forward').count()).toBe(0);
    expect(await button(player, 'To the newest page').count()).toBe(0);
    await expect.poll(() => player.focus()).toBe('text “”');
  });

  it('PgDn goes there too', SLOW, async () => {
    const player = await openAtPhone();
    await backTo(player, 'q_urgent');
    await player.press('PageDown');
    await player.at('q_phone');
    await expect.poll(() => player.variables()).toMatchObject({ urgent: true });
  });

  it('goes straight to the newest page, and an answer that was changed on the way counts', SLOW, async () => {
    const player = await openAtPhone();
    await backTo(player, 'q_urgent', 'q_amount', 'q_name');
    await player.press('Control+a');
    await player.type('Ben');
    await player.press('Alt+End');
    await player.at('q_phone');
    await expect.poll(() => player.variables()).toEqual({ name: 'Ben', amount: 12.5, urgent: true });
    expect(await player.failures()).toEqual([]);
  });

  it('stops where the way is another one now', SLOW, async () => {
    const player = await openAtPhone();
    await player.type('555');
    await player.press('Enter');
    await player.at('s_end');
    await backTo(player, 'q_phone', 'q_urgent');
    await player.press('2');
    await player.at('s_end');
    expect(await button(player, 'Forward').count()).toBe(0);
    await player.press('Alt+ArrowRight', 'Alt+End');
    await expect.poll(() => player.text()).toContain('Thank you, Ann.');
  });

  it('an answer that is refused keeps the page, and says why', SLOW, async () => {
    const player = await openAtPhone();
    await backTo(player, 'q_urgent', 'q_amount');
    await player.press('Control+a');
    await player.type('much');
    await player.press('Alt+End');
    await player.page.locator('waymark-player .field-problem').getByText('Write a number').waitFor();
    await expect.poll(() => player.focus()).toBe('text “much”');
  });
});

describe('the language, in the middle of a run', () => {
  it(
    'is changed by keys, said in the new one, and nothing that was typed is lost or read otherwise',
    SLOW,
    async () => {
      const player = await open();
      await player.type('Ann');
      await player.press('Enter');
      await player.at('q_amount');
      await player.type('1234.5');
      await player.press('Alt+l');
      await expect.poll(() => player.focus()).toBe('list English');
      await player.press('ArrowDown');
      await player.page.getByText('¿Cuánto pagó?').first().waitFor();
      await expect.poll(() => player.focus()).toBe('list Español');
      await expect.poll(async () => (await player.said()).at(-1)).toBe('¿Cuánto pagó?');
      await expect.poll(() => player.page.locator('waymark-player .stage').getAttribute('lang')).toBe('es');
      await player.press('Enter');
      await expect.poll(() => player.focus()).toMatch(/^text “1\.?234,5”$/);
      await player.press('Enter');
      await player.at('q_urgent');
      await expect.poll(() => player.variables()).toMatchObject({ amount: 1234.5 });
      await expect.poll(() => player.text()).toContain('¿Es urgente?');
    },
  );

  it('names each language in its own words', SLOW, async () => {
    const player = await open();
    const list = player.page.getByRole('combobox', { name: 'Language' });
    await expect.poll(() => list.locator('option').allInnerTexts()).toEqual(['English', 'Español']);
    await expect.poll(() => list.locator('option').last().getAttribute('lang')).toBe('es');
  });

  it('is not asked where there is one', SLOW, async () => {
    const interaction = { ...refund(), languages: ['en'] as const } as unknown as Interaction;
    const player = await PlayerDriver.open(await servePages(folder), { kind: 'working-copy', interaction });
    await player.at('q_name');
    expect(await player.page.getByRole('combobox').count()).toBe(0);
  });
});

describe('after a jump', () => {
  const jump = (player: PlayerDriver) =>
    player.page.evaluate(() => {
      const element = document.querySelector('waymark-player') as unknown as { command(command: object): void };
      element.command({ kind: 'jump', to: 's_fees' });
    });

  it.each([
    ['a key', (player: PlayerDriver) => player.press('Alt+r')],
    ['a button that says where to', (player: PlayerDriver) => button(player, 'Return to “Amount”').click()],
  ])('one returns by %s', SLOW, async (_how, goBack) => {
    const player = await open();
    await player.type('Ann');
    await player.press('Enter');
    await player.at('q_amount');
    await jump(player);
    await player.at('s_fees');
    await goBack(player);
    await player.at('q_amount');
    await expect.poll(() => player.focus()).toBe('text “”');
    expect(await player.page.getByRole('button', { name: /^Return/ }).count()).toBe(0);
  });

  it('people who are served are not told the names of pages', SLOW, async () => {
    const player = await open({ served: true });
    await jump(player);
    await player.at('s_fees');
    await button(player, 'Return to where you were').waitFor();
  });
});
