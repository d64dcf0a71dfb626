/** The name that was probably meant, if one is near enough: a slip or two away. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.min(3, Math.ceil(wrong.length / 3) + 1);
  for (const name of names) {
    if (Math.abs(name.length - wrong.length) >= least) continue;
    const slips = distance(wrong.toLowerCase(), name.toLowerCase());
    if (slips < least) {
      least = slips;
      nearest = name;
    }
  }
  return nearest;
}

/** How many letters must be added, left out or changed to make the one of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
