import { performance } from 'node:perf_hooks';

const ROUNDS = 9;
const MILLISECONDS_A_ROUND = 200;

/**
 * Runs all contenders in turn, several rounds, so that a slow moment of the machine hits them alike. Prints the median
 * and the spread of each, and the ratio to the base. `each`: how many operations one call is.
 */
export function compareSideBySide(
  contenders: { readonly [name: string]: () => void },
  { each, unit, base }: { readonly each: number; readonly unit: string; readonly base?: string },
): void {
  const times = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const microseconds = timed(run) / each;
      // The first round warms up.
      if (round > 0) times.set(name, [...(times.get(name) ?? []), microseconds]);
    }
  }
  const reference = base === undefined ? undefined : median(times.get(base) ?? []);
  for (const [name, list] of times) {
    const middle = median(list);
    const ratio = reference ? `${(middle / reference).toFixed(2).padStart(8)} ×` : '';
    const spread = `${Math.min(...list).toFixed(2)}–${Math.max(...list).toFixed(2)}`;
    process.stdout.write(`${name.padEnd(52)} ${middle.toFixed(2).padStart(9)} ${unit}  (${spread})${ratio}\n`);
  }
}

/** Microseconds of processor time a call: unlike the clock on the wall, it does not count what other programs take. */
function timed(run: () => void): number {
  const from = process.cpuUsage();
  const until = performance.now() + MILLISECONDS_A_ROUND;
  let calls = 0;
  while (performance.now() < until) {
    for (let i = 0; i < 20; i++) run();
    calls += 20;
  }
  const { user, system } = process.cpuUsage(from);
  return (user + system) / calls;
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
