/** Longest id that a file may hold. */
const LONGEST = 64;

/** An id made of words, as a file's ids look, that none of those taken is. */
export function freeId(words: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, LONGEST - 4);
  const base = plain || otherwise;
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}_${n}`)) n++;
  return `${base}_${n}`;
}
