import type { LoadResult } from './step-load.ts';

export interface MeasuredLoad extends LoadResult {
  /** Microseconds of processor time a step, of the server's process and of the database server. */
  readonly server: number;
  readonly database: number;
}

type Figure = 'rate' | 'p50' | 'p99' | 'server' | 'database';

/** The median of a figure over all rounds. */
export function middle(rounds: readonly MeasuredLoad[], figure: Figure): number {
  const values = rounds.map((round) => round[figure]).toSorted((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Prints a line for each load: medians, the spread of the rate, and its ratio to that of `base`. */
export function showLoads(results: ReadonlyMap<string, readonly MeasuredLoad[]>, base?: string): void {
  const reference = base === undefined ? undefined : results.get(base);
  for (const [name, rounds] of results) {
    const rates = rounds.map(({ rate }) => rate);
    const figure = (of: Figure, digits: number) => middle(rounds, of).toFixed(digits);
    const spread = rounds.length > 1 ? `(${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)})` : '';
    const words = [
      `  ${name.padEnd(46)}`,
      `${figure('rate', 0).padStart(6)} steps/s ${spread.padEnd(13)}`,
      `p50 ${figure('p50', 1).padStart(5)} ms  p99 ${figure('p99', 1).padStart(5)} ms`,
      `processor µs a step: server ${figure('server', 0).padStart(3)}, database ${figure('database', 0).padStart(3)}`,
    ];
    if (reference) words.push(`${(middle(rounds, 'rate') / middle(reference, 'rate')).toFixed(2)} ×`);
    process.stdout.write(`${words.join('  ')}\n`);
  }
}
