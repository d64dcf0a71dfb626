import type { Random } from '#prelude/ports.ts';

export function happens(random: Random, chance: number): boolean {
  return random.next() < chance;
}

/** One of the items, each as often as its weight says against the sum of all; undefined where nothing has any. */
export function pickByWeight<Item>(
  random: Random,
  items: readonly Item[],
  weightOf: (item: Item) => number,
): Item | undefined {
  const sum = items.reduce((total, item) => total + weightOf(item), 0);
  let left = random.next() * sum;
  for (const item of items) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  return undefined;
}

/**
 * A number whose logarithm is normal, as times that people take are: most near the median, few far above it.
 * `spread` is the standard deviation of the logarithm.
 * Source: G. E. P. Box and M. E. Muller, A Note on the Generation of Random Normal Deviates, 1958.
 */
export function logNormal(random: Random, median: number, spread: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * random.next()));
}
