/**
 * Where objects and lists of a JSON text first nest deeper than `most` levels; -1 where they never do. Looks at the
 * text alone: what nests a million levels deep must be refused before any recursive walk meets it.
 */
export function nestedDeeperAt(text: string, most: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 0x5c) i++;
      else if (c === 0x22) quoted = false;
    } else if (c === 0x22) quoted = true;
    else if (c === 0x7b || c === 0x5b) {
      if (++depth > most) return i;
    } else if (c === 0x7d || c === 0x5d) depth--;
  }
  return -1;
}
