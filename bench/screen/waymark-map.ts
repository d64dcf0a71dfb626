import type { Page } from 'playwright-core';
import type { Interaction } from '#format/interaction.ts';
import { writeInteraction } from '#format/write.ts';
import { chooseFile } from '#test/browser/choose-file.ts';
import { firstPainted, untilPainted } from './in-page.ts';

/** The designer opens the Interaction as a file; the address of its working copy in this browser. */
export async function openWaymark(page: Page, product: string, interaction: Interaction): Promise<string> {
  await page.goto(`${product}/designer`);
  const buffer = Buffer.from(writeInteraction(interaction));
  const file = { name: 'flow.interaction.json', mimeType: 'application/json', buffer };
  await chooseFile(page, file, () => page.getByRole('button', { name: 'Open file' }).click());
  await firstPainted(page);
  return page.url();
}

/** The first card's element, which stands in view in the beginning. */
const FIRST = 'q_0';

const TIMES = 3;

/** Renames the selected first element and moves it by keys; milliseconds from each key to the frame that shows it. */
export async function editsToPaint(page: Page): Promise<readonly (readonly ['rename' | 'move by key', number])[]> {
  const times: (readonly ['rename' | 'move by key', number])[] = [];
  await page.locator(`[data-element="${FIRST}"] .map-card-head`).click();
  for (let n = 0; n < TIMES; n++) {
    await page.keyboard.press('F2');
    await page.locator('.map-card-rename').waitFor();
    const name = `Renamed ${n} at ${Date.now()}`;
    await page.keyboard.insertText(name);
    times.push(['rename', await untilPainted(page, 'keydown', isCalled, [FIRST, name] as const, enter)]);
    const at = await page.evaluate(placeOf, FIRST);
    times.push(['move by key', await untilPainted(page, 'keydown', isElsewhere, [FIRST, at] as const, move)]);
  }
  return times;

  function enter(): Promise<void> {
    return page.keyboard.press('Enter');
  }
  function move(): Promise<void> {
    return page.keyboard.press('Shift+ArrowRight');
  }
}

function isCalled([id, name]: readonly [string, string]): boolean {
  return document.querySelector(`[data-element="${id}"] .map-card-name`)?.textContent === name;
}

function placeOf(id: string): string {
  return document.querySelector(`[data-element="${id}"]`)?.closest('.react-flow__node')?.getAttribute('style') ?? '';
}

function isElsewhere([id, before]: readonly [string, string]): boolean {
  const style = document.querySelector(`[data-element="${id}"]`)?.closest('.react-flow__node')?.getAttribute('style');
  return style !== before;
}
