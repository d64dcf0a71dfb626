import type { Attention } from '#contract/command.ts';

/** Without a key or a pointer for this long somebody is taken to be away, milliseconds. */
export const IDLE_AFTER = 60_000;

/** Shares out the time on a page: in use while it is in sight and somebody does something now and then. */
export class AttentionMeter {
  #from: number;
  #active = 0;
  #lastSign: number;
  #visible = true;
  #counted: number;

  constructor(now: number) {
    this.#from = now;
    this.#lastSign = now;
    this.#counted = now;
  }

  /** A new page: everything from zero, and somebody is there. */
  restart(now: number): void {
    this.#from = now;
    this.#lastSign = now;
    this.#counted = now;
    this.#active = 0;
  }

  /** A key, a pointer, a touch. */
  sign(now: number): void {
    this.#count(now);
    this.#lastSign = now;
  }

  visible(visible: boolean, now: number): void {
    this.#count(now);
    this.#visible = visible;
    if (visible) this.#lastSign = now;
  }

  read(now: number): Attention {
    this.#count(now);
    const active = Math.round(this.#active);
    return { active, idle: Math.max(0, Math.round(now - this.#from) - active) };
  }

  #count(now: number): void {
    if (this.#visible) {
      const until = Math.min(now, this.#lastSign + IDLE_AFTER);
      this.#active += Math.max(0, until - this.#counted);
    }
    this.#counted = now;
  }
}
