/** The middle of several figures, with the least and the greatest of them. */
export interface Figure {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

export function figureOf(values: readonly number[]): Figure {
  return { middle: share(values, 0.5), least: share(values, 0), most: share(values, 1) };
}

/** The value below which this share of them lies. */
export function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function inWords({ middle, least, most }: Figure): string {
  const digits = most < 100 ? 1 : 0;
  return `${middle.toFixed(digits).padStart(7)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** One row of a table: what it is, and its figures. */
export function row(what: string, figures: readonly string[]): void {
  process.stdout.write(`  ${what.padEnd(40)}${figures.map((figure) => figure.padEnd(32)).join('')}\n`);
}
