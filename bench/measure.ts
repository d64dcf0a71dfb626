import { performance } from 'node:perf_hooks';

const ROUNDS = 9;
const MILLISECONDS_A_ROUND = 150;

/**
 * Runs all contenders in turn, several rounds, so that a slow moment of the machine hits them alike. Prints the median
 * and the spread of each, and the ratio to the base. `each`: how many operations one call is.
 *
 * @returns the medians, by name
 */
export function compareSideBySide(
  contenders: { readonly [name: string]: () => unknown },
  { each, unit, base }: { readonly each: number; readonly unit: string; readonly base?: string },
): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const microseconds = timed(run) / each;
      // The first round warms up.
      if (round > 0) times.set(name, [...(times.get(name) ?? []), microseconds]);
    }
  }
  const medians = new Map([...times].map(([name, list]) => [name, median(list)]));
  const reference = base === undefined ? undefined : medians.get(base);
  for (const [name, list] of times) {
    const middle = medians.get(name) ?? Number.NaN;
    const ratio = reference ? `${(middle / reference).toFixed(2).padStart(8)} ×` : '';
    const spread = `(${Math.min(...list).toFixed(2)}–${Math.max(...list).toFixed(2)})`;
    process.stdout.write(
      `  ${name.padEnd(48)} ${middle.toFixed(2).padStart(9)} ${unit}  ${spread.padEnd(18)}${ratio}\n`,
    );
  }
  return medians;
}

/** What the contenders returned, so that no compiler may leave their work out. */
let seen: unknown;

/** Microseconds of processor time a call: unlike the clock on the wall, it does not count what other programs take. */
function timed(run: () => unknown): number {
  const from = process.cpuUsage();
  const until = performance.now() + MILLISECONDS_A_ROUND;
  let calls = 0;
  while (performance.now() < until) {
    for (let i = 0; i < 50; i++) seen = run();
    calls += 50;
  }
  if (seen === calls) process.stdout.write('');
  const { user, system } = process.cpuUsage(from);
  return (user + system) / calls;
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
