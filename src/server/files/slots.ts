/** So many at once and no more: each takes memory while it comes in. */
export class Slots {
  #free: number;

  constructor(many: number) {
    this.#free = many;
  }

  /** Does the work where there is room for it; undefined where there is none. */
  async within<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#free === 0) return undefined;
    this.#free--;
    try {
      return await work();
    } finally {
      this.#free++;
    }
  }
}
