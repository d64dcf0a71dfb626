import { CARD_WIDTH } from './card-size.ts';
import type { Card } from './drawing.ts';

/** Size of names on cards that are seen from afar, pixels of the map. */
const SIZE = 22;

const ROOM = CARD_WIDTH - 24;

const known = new Map<string, readonly string[]>();

/** Names that are kept as they were broken; an Interaction of the largest size has fewer. */
const MOST = 20_000;

/** A card's name on as many lines as it has room for, cut off where it is longer; sets the font. */
export function nameLines(context: CanvasRenderingContext2D, card: Card, family: string): readonly string[] {
  context.font = `600 ${SIZE}px ${family}`;
  const most = card.group === 'option' ? 1 : 2;
  const key = `${most} ${card.name}`;
  const made = known.get(key) ?? broken(context, card.name, most);
  if (known.size > MOST) known.clear();
  known.set(key, made);
  return made;
}

function broken(context: CanvasRenderingContext2D, name: string, most: number): readonly string[] {
  const fits = (words: string) => context.measureText(words).width <= ROOM;
  const lines: string[] = [];
  let rest = name;
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1;
    const line = fits(rest) ? rest : isLast ? cut(rest, fits) : wordsThatFit(rest, fits);
    lines.push(line);
    rest = isLast ? '' : rest.slice(line.length).trim();
  }
  return lines;
}

function wordsThatFit(text: string, fits: (words: string) => boolean): string {
  let end = text.indexOf(' ');
  if (end < 0 || !fits(text.slice(0, end))) return lettersThatFit(text, fits);
  for (let next = end; next > 0 && fits(text.slice(0, next)); next = text.indexOf(' ', next + 1)) end = next;
  return text.slice(0, end);
}

function cut(text: string, fits: (words: string) => boolean): string {
  return `${lettersThatFit(text, (words) => fits(`${words}…`)).trimEnd()}…`;
}

function lettersThatFit(text: string, fits: (words: string) => boolean): string {
  const letters = [...text];
  let n = letters.length;
  while (n > 1 && !fits(letters.slice(0, n).join(''))) n--;
  return letters.slice(0, n).join('');
}
