import { timeTicksTo } from './heat.ts';
import type { Bin } from './histogram.tsx';

/** How many bins a chart has room for. */
const BINS = 12;

/** Times, milliseconds, in bins of a round width; what is slower than nineteen in twenty stands in the last, open one. */
export function binsOf(times: readonly number[]): readonly Bin[] {
  const sorted = times.toSorted((a, b) => a - b);
  const usual = sorted[Math.floor((sorted.length - 1) * 0.95)];
  if (usual === undefined) return [];
  const [, width = 1000] = timeTicksTo(usual / (BINS / 4));
  const count = Math.max(1, Math.min(BINS, Math.floor(usual / width) + 1));
  return Array.from({ length: count }, (_, index) => {
    const from = index * width;
    const to = index === count - 1 ? null : from + width;
    return { from, to, count: sorted.filter((time) => time >= from && (to === null || time < to)).length };
  });
}
