/** Comparisons that one pair of lists is worth; past them, only what both begin and end with is held to be kept. */
const MOST_COMPARISONS = 1_000_000;

type Pair = readonly [from: number, to: number];

/** The places of a longest sequence of keys that stands in both lists in the same order. */
export function commonSubsequence(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const middle = longest(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [
    ...Array.from({ length: start }, (_, i): Pair => [i, i]),
    ...middle.map(([from, to]): Pair => [from + start, to + start]),
    ...Array.from({ length: end }, (_, i): Pair => [before.length - end + i, after.length - end + i]),
  ];
}

/** By the table of lengths, as in Cormen et al., Introduction to Algorithms, "Longest common subsequence". */
function longest(before: readonly string[], after: readonly string[]): readonly Pair[] {
  if (before.length * after.length > MOST_COMPARISONS) return [];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
