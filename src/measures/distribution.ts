/** Of a set of times, milliseconds. All null where the set is empty. */
export type Distribution = {
  readonly n: number;
  readonly mean: number | null;
  /** The median. */
  readonly p50: number | null;
  /** One in ten is slower than this. */
  readonly p90: number | null;
};

export function distributionOf(times: readonly number[]): Distribution {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    n: sorted.length,
    mean: sorted.length === 0 ? null : sorted.reduce((sum, time) => sum + time, 0) / sorted.length,
    p50: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
  };
}

/**
 * The value below which the share `q` of the sorted numbers lies, interpolated linearly between the two nearest ranks:
 * definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (The American Statistician 50, 1996),
 * which is also what `quantile_cont` of DuckDB and `percentile_cont` of SQL give, so that both ways of counting agree.
 */
function quantile(sorted: readonly number[], q: number): number | null {
  const rank = (sorted.length - 1) * q;
  const low = sorted[Math.floor(rank)];
  const high = sorted[Math.ceil(rank)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (rank - Math.floor(rank));
}
