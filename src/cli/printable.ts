// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * A text for people, as a terminal may show it: names and texts of a file could hold signs that move its cursor or change
 * its colours. What programs read is never changed; JSON has no such signs outside of its texts.
 */
export function printable(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}
