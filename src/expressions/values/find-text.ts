/** Up to so many pairs of characters the machine's own search is fastest, however badly it goes. */
const MOST_PAIRS = 1_000_000;

/**
 * The first place where one text stands in another, -1 where it does not. The machine's own search takes seconds for
 * texts made to be hard; this one never takes longer than both texts are long.
 * Source: Knuth, Morris, Pratt, "Fast pattern matching in strings".
 */
export function findText(text: string, wanted: string): number {
  if (wanted.length > text.length) return -1;
  if (text.length * wanted.length <= MOST_PAIRS || wanted.length < 2) return text.indexOf(wanted);
  const borders = bordersOf(wanted);
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    while (matched > 0 && wanted.charCodeAt(matched) !== sign) matched = borders[matched - 1] ?? 0;
    if (wanted.charCodeAt(matched) === sign) matched++;
    if (matched === wanted.length) return at - matched + 1;
  }
  return -1;
}

/** For each length of the text's beginning: how long an end of it is that is also its beginning. */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length);
  let length = 0;
  for (let at = 1; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    while (length > 0 && text.charCodeAt(length) !== sign) length = borders[length - 1] ?? 0;
    if (text.charCodeAt(length) === sign) length++;
    borders[at] = length;
  }
  return borders;
}
