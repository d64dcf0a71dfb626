import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import { largeFlow } from '#test/factories/large-flow.ts';
import { openDrawing, savedFile } from './open-drawing.ts';
import { faults, PATIENCE, SOON, settings } from './page-driver.ts';

const FLOW = largeFlow(600);

/** A place on the screen by its distance from a card's corner on the map, whether the card is there or only in the picture. */
async function placeOf(page: Page, id: string, [dx, dy] = [100, 20]): Promise<{ x: number; y: number }> {
  const [x, y] = FLOW.layout.positions[id as ElementId] ?? [0, 0];
  return page.evaluate(
    (at) => {
      const viewport = document.querySelector('.react-flow__viewport');
      const box = document.querySelector('.react-flow')?.getBoundingClientRect();
      const { a, e, f } = new DOMMatrix(getComputedStyle(viewport as Element).transform);
      return { x: (box?.x ?? 0) + e + a * at.x, y: (box?.y ?? 0) + f + a * at.y };
    },
    { x: x + dx, y: y + dy },
  );
}

async function seeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.locator('canvas.map-far').waitFor();
}

const there = (page: Page) => page.locator('[data-element]').count();
const placesIn = async (page: Page) =>
  ((await savedFile(page)) as unknown as Interaction).layout.positions as { [id: string]: readonly [number, number] };

test(
  'of a large map only the cards near what is seen are there, and others come where one goes',
  async () => {
    const page = await openDrawing(FLOW, 'Question 0');
    await expect.poll(() => page.locator('[data-element="q_0"]').count(), SOON).toBe(1);
    await expect.poll(() => there(page)).toBeLessThan(100);
    await page.locator('.react-flow').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Question 199');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-element="q_199"]').count(), SOON).toBe(1);
    expect(await page.locator('[data-element="q_100"]').count()).toBe(0);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'seen from afar it is a picture in which cards are pressed, dragged and put in a frame like any other',
  async () => {
    const page = await openDrawing(FLOW, 'Question 0');
    await seeAll(page);
    await expect.poll(() => there(page)).toBeLessThan(10);

    const card = await placeOf(page, 'q_40');
    await page.mouse.click(card.x, card.y);
    await expect.poll(() => settings(page).getByLabel('Name').inputValue(), SOON).toBe('Question 40');

    const before = (await placesIn(page)).q_45;
    const other = await placeOf(page, 'q_45');
    await page.mouse.move(other.x, other.y);
    await page.locator('[data-element="q_45"]').waitFor();
    await page.mouse.down();
    await page.mouse.move(other.x + 12, other.y + 30, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => (await placesIn(page)).q_45?.[1], SOON).toBeGreaterThan((before?.[1] ?? 0) + 100);

    const [first, last] = [await placeOf(page, 'q_60', [-60, -60]), await placeOf(page, 'q_62', [260, 180])];
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    await page.mouse.move(last.x, last.y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => settings(page).innerText(), SOON).toMatch(/\d+ elements/);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'all that is selected is dragged along, also what is out of sight',
  async () => {
    const page = await openDrawing(FLOW, 'Question 0');
    await page.locator('[data-element="q_0"]').waitFor();
    await page.locator('.react-flow').focus();
    await page.keyboard.press('Control+a');
    const from = await placeOf(page, 'q_0');
    const before = await placesIn(page);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 60, { steps: 6 });
    await page.mouse.up();
    const moved = async (id: string) => {
      const after = await placesIn(page);
      return [(after[id]?.[0] ?? 0) - (before[id]?.[0] ?? 0), (after[id]?.[1] ?? 0) - (before[id]?.[1] ?? 0)];
    };
    await expect.poll(async () => (await moved('q_0'))[1], SOON).toBeGreaterThan(50);
    expect(await moved('q_199')).toEqual(await moved('q_0'));
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);
