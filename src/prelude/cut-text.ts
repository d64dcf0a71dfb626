/**
 * The beginning of a text, of at most so many UTF-16 units. It never ends within a character: half of one can be stored
 * nowhere.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}
