import type { Page } from 'playwright-core';

/** What stands in a measured page from its beginning. */
export interface PageClock {
  /** Milliseconds from the page's navigation to the frame that first showed what was waited for; undefined until then. */
  firstPainted: number | undefined;
  frames: number[];
  recording: boolean;
  /** Milliseconds from the key or press that was waited for to the frame that showed what came of it. */
  answered: Promise<number> | undefined;
}

declare global {
  interface Window {
    clock: PageClock;
  }
}

/** Puts a clock into every document of the page, which watches for the first element of this selector. */
export async function putClock(page: Page, firstSeen: string): Promise<void> {
  await page.addInitScript((selector) => {
    const clock: PageClock = { firstPainted: undefined, frames: [], recording: false, answered: undefined };
    window.clock = clock;
    const look = () => {
      if (document.querySelector(selector) === null) {
        requestAnimationFrame(look);
        return;
      }
      // A message arrives after the frame that this callback belongs to has been handed over.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        clock.firstPainted = performance.now();
      };
      port2.postMessage('painted');
    };
    requestAnimationFrame(look);
  }, firstSeen);
}

/** Milliseconds from navigation to the first paint of what {@link putClock} watches for. */
export async function firstPainted(page: Page): Promise<number> {
  await page.waitForFunction(() => window.clock.firstPainted !== undefined, undefined, { polling: 50 });
  return page.evaluate(() => window.clock.firstPainted ?? Number.NaN);
}

/** The times between the frames of the page while something is done in it, milliseconds. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const { clock } = window;
    clock.frames = [];
    clock.recording = true;
    const frame = (time: number) => {
      clock.frames.push(time);
      if (clock.recording) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  const times = await page.evaluate(async () => {
    // What the last input asked for is drawn by the next frames.
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
    window.clock.recording = false;
    return window.clock.frames;
  });
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

/**
 * Milliseconds from an input to the frame that shows what came of it: from the time that the browser gave the input's
 * event, so that waiting for a busy page counts, to the moment after the frame in which `isThere` holds.
 */
export async function untilPainted<Given>(
  page: Page,
  input: 'keydown' | 'pointerdown',
  isThere: (given: Given) => boolean,
  given: Given,
  act: () => Promise<void>,
): Promise<number> {
  // As text: a function that is given to a page cannot take another one along.
  await page.evaluate(`(${watchFor})('${input}', ${isThere}, ${JSON.stringify(given)})`);
  await act();
  return page.evaluate(() => window.clock.answered ?? Number.NaN);
}

function watchFor(input: string, isThere: (given: unknown) => boolean, given: unknown): void {
  window.clock.answered = new Promise((resolve) => {
    const start = (event: Event) => {
      const look = () => {
        if (!isThere(given)) {
          requestAnimationFrame(look);
          return;
        }
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - event.timeStamp);
        port2.postMessage('painted');
      };
      requestAnimationFrame(look);
    };
    window.addEventListener(input, start, { capture: true, once: true });
  });
}

/** Waits until the page draws one frame after the other: what it does in the beginning is over. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let calm = 0;
    let before = performance.now();
    const until = before + 5_000;
    while (calm < 15 && before < until) {
      const time = await new Promise<number>(requestAnimationFrame);
      calm = time - before < 20 ? calm + 1 : 0;
      before = time;
    }
  });
}
