import type { CDPSession, Page } from 'playwright-core';

/** Milliseconds between the events of a hand: as often as a screen shows frames. */
const EVERY = 16;

/** One way of a movement takes this many events: about a second. */
const EVENTS = 60;

const CONTROL = 2;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves the pointer and the wheel as a hand does: at its own pace, whether or not the page keeps up. */
export class Hand {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Hand> {
    return new Hand(await page.context().newCDPSession(page));
  }

  /** The wheel to one side, and back again. */
  async pan(at: Point): Promise<void> {
    for (const step of [30, -30]) await this.#wheel(at, step, step / 3, 0);
  }

  /** The wheel with Ctrl: a little more than from full size to a thirtieth, or back. */
  async zoom(at: Point, to: 'all' | 'near'): Promise<void> {
    await this.#wheel(at, 0, to === 'all' ? 42 : -42, CONTROL);
  }

  /** Presses, moves around and lets go where it began. */
  async drag(from: Point): Promise<void> {
    await this.#mouse('mousePressed', from);
    await this.#paced((n) => {
      const turn = (2 * Math.PI * n) / EVENTS;
      return this.#mouse('mouseMoved', { x: from.x + 150 * Math.sin(turn), y: from.y + 80 * (1 - Math.cos(turn)) });
    });
    await this.#mouse('mouseReleased', from);
  }

  #wheel({ x, y }: Point, deltaX: number, deltaY: number, modifiers: number): Promise<void> {
    const event = { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers } as const;
    return this.#paced(() => this.#session.send('Input.dispatchMouseEvent', event));
  }

  #mouse(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Point): Promise<unknown> {
    return this.#session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
  }

  /** Resolves when the page has taken the last event. */
  async #paced(act: (n: number) => Promise<unknown>): Promise<void> {
    const begun = performance.now();
    const sent: Promise<unknown>[] = [];
    for (let n = 1; n <= EVENTS; n++) {
      sent.push(act(n));
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + n * EVERY - performance.now())));
    }
    await Promise.all(sent);
  }
}
