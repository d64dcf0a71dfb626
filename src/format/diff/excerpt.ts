/** Characters of a text that are shown around the place where two differ. */
const AROUND = 24;
/** A text of so many characters is shown whole. */
const SHORT = 72;
/** The most that is shown of what differs. */
const MOST = 120;

/** Two texts as far as people need them to see what differs; what is left out is marked by dots. */
export function excerpts(before: string, after: string): readonly [before: string, after: string] {
  if (before.length <= SHORT && after.length <= SHORT) return [oneLine(before), oneLine(after)];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const from = wordBefore(before, start);
  const cut = (text: string) => {
    const to = wordBehind(text, text.length - end);
    const shown = text.slice(from, Math.min(to, from + MOST));
    return `${from > 0 ? '…' : ''}${oneLine(shown)}${from + shown.length < text.length ? '…' : ''}`;
  };
  return [cut(before), cut(after)];
}

/** The beginning of a text. */
export function shortened(text: string): string {
  return text.length <= SHORT ? oneLine(text) : `${oneLine(text.slice(0, SHORT - 1))}…`;
}

/** The beginning of the word some characters before a place. */
function wordBefore(text: string, place: number): number {
  const from = Math.max(0, place - AROUND);
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return whole(text, space < 0 || space >= place ? from : space + 1);
}

function wordBehind(text: string, place: number): number {
  const to = Math.min(text.length, place + AROUND);
  if (to === text.length) return to;
  const space = text.lastIndexOf(' ', to);
  return whole(text, space <= place ? to : space);
}

/** Never between the two halves of a character. */
function whole(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ⏎ ');
}
