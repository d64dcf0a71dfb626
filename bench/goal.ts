/** Says whether a measured value reaches its goal. The goals are for a machine that does nothing else. */
export function goal(what: string, value: number | undefined, wanted: number, side: 'at least' | 'at most'): void {
  const measured = value ?? Number.NaN;
  const met = side === 'at least' ? measured >= wanted : measured <= wanted;
  const digits = wanted < 100 ? 2 : 0;
  process.stdout.write(
    `  ${met ? 'goal met' : 'GOAL MISSED'}: ${what} ${measured.toFixed(digits)}, ${side} ${wanted}\n`,
  );
}
