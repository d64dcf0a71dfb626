import type { BrowserContext, Page } from 'playwright-core';

/**
 * Keys and presses come at the pace of a person at their quickest: nobody acts on a page before what they did last is drawn.
 * A browser that is driven acts within the same frame, between a window that closes and the focus that comes back from it.
 */
export function atPace(context: BrowserContext): void {
  context.on('page', pace);
}

function pace(page: Page): void {
  const { keyboard, mouse } = page;
  const { press, type } = keyboard;
  const { down, up } = mouse;
  keyboard.press = async (...given) => {
    await drawn(page);
    await press.apply(keyboard, given);
  };
  keyboard.type = async (...given) => {
    await drawn(page);
    await type.apply(keyboard, given);
  };
  mouse.down = async (...given) => {
    await drawn(page);
    await down.apply(mouse, given);
  };
  mouse.up = async (...given) => {
    await drawn(page);
    await up.apply(mouse, given);
  };
}

/** Two frames: what a press leads to may ask for one more. A page that is being left waits for nobody. */
export async function drawn(page: Page): Promise<void> {
  const frames = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
  await page.evaluate(frames).catch((error: unknown) => {
    if (!/context was destroyed|navigat/i.test(String(error))) throw error;
  });
}
