import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { builtPages, problemsOf } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { sidewaysOverflow } from '#test/browser/targets.ts';
import { allKinds, PAGES } from './all-kinds.ts';
import { PlayerDriver } from './player-driver.ts';

const interaction = allKinds();
const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

/** What can be pressed in the player and is smaller than 24 × 24 CSS pixels. */
function smallTargets(player: PlayerDriver): Promise<readonly string[]> {
  return player.page.evaluate(() => {
    const root = document.querySelector('waymark-player')?.shadowRoot;
    const pressed = 'button, a[href], input:not([aria-hidden]), select, textarea, summary, [role=option]';
    return [...(root?.querySelectorAll(pressed) ?? [])].flatMap((element) => {
      const target = element.matches('input[type=radio], input[type=checkbox]')
        ? (element.closest('label') ?? element)
        : element;
      if (!target.checkVisibility()) return [];
      const { width, height } = target.getBoundingClientRect();
      return width >= 23.5 && height >= 23.5 ? [] : [`${target.className}: ${width} × ${height}`];
    });
  });
}

describe.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 360 },
] as const)('every page, $theme, $width px wide', (options) => {
  it('has no fault that axe finds, no small target, and fits', SLOW, async () => {
    const player = await PlayerDriver.open(await servePages(folder), { kind: 'working-copy', interaction }, options);
    await player.at('s_welcome');
    for (const start of PAGES) {
      await player.setSource({ kind: 'working-copy', interaction, start });
      await player.at(start);
      const help = player.page.locator('waymark-player summary');
      if (await help.count()) await help.click();
      expect(await accessibilityProblems(player.page), start).toEqual([]);
      expect(await smallTargets(player), start).toEqual([]);
      expect(await sidewaysOverflow(player.page), start).toBe(0);
    }
    await player.press('Enter');
    await expect.poll(() => player.ended()).toBe('completed');
    expect(await accessibilityProblems(player.page)).toEqual([]);
    expect(problemsOf(player.page)).toEqual([]);
  });

  it('has none either when an answer was refused', SLOW, async () => {
    const source = { kind: 'working-copy', interaction, start: 'q_speed' } as const;
    const player = await PlayerDriver.open(await servePages(folder), source, options);
    await player.at('q_speed');
    await player.press('Enter');
    await player.page.locator('waymark-player .field-problem').waitFor();
    expect(await accessibilityProblems(player.page)).toEqual([]);
  });
});
