import type { ElementId } from '#prelude/ids.ts';
import { CARD_WIDTH } from './card-size.ts';
import type { Card, Drawing, Line } from './drawing.ts';
import { backPath, forwardPath } from './line-path.ts';
import type { MapOverlays, Mark } from './marks.ts';
import { boundsOf, cardsById, lineBounds } from './near-drawing.ts';
import { type Palette, type PictureColour, softOf, toneOf } from './picture-colours.ts';
import { leaves } from './picture-hits.ts';
import { nameLines } from './picture-names.ts';
import { type Eye, meets, type Region, viewOf } from './sight.ts';

/** What a picture of the map shows. */
export interface FarPicture {
  readonly drawing: Drawing;
  readonly selected: ReadonlySet<ElementId>;
  readonly connector: string | undefined;
  readonly current: ElementId | undefined;
  readonly marks: ReadonlyMap<ElementId, readonly Mark[]>;
  readonly overlays: MapOverlays;
}

/** Below this zoom no word can be read: cards are boxes and lines are straight. */
const TINY = 0.25;

const MARKS: { readonly [kind in Mark['kind']]: PictureColour } = {
  error: '--wm-danger-text',
  warning: '--wm-warning-text',
  comment: '--wm-accent-text',
  'change-request': '--wm-accent-text',
  target: '--wm-text-muted',
  'entry-point': '--wm-text-muted',
};

/** Draws what the eye sees; `context` is set to the map's own coordinates, `family` is the font of the page. */
export function drawPicture(
  context: CanvasRenderingContext2D,
  picture: FarPicture,
  eye: Eye,
  palette: Palette,
  family: string,
): void {
  const view = viewOf(eye);
  const isTiny = eye.zoom < TINY;
  drawLines(context, picture, { view, isTiny, thin: Math.max(1.5, 1 / eye.zoom) }, palette);
  context.textBaseline = 'middle';
  for (const card of picture.drawing.cards) {
    if (!meets(boundsOf(card), view)) continue;
    if (isTiny) drawBox(context, picture, card, palette);
    else drawCard(context, picture, card, palette, family);
    frame(context, picture, card, palette, 1 / eye.zoom);
  }
}

interface LineLook {
  readonly view: Region;
  readonly isTiny: boolean;
  readonly thin: number;
}

function drawLines(
  context: CanvasRenderingContext2D,
  { drawing, overlays, connector }: FarPicture,
  { view, isTiny, thin }: LineLook,
  palette: Palette,
): void {
  const cards = cardsById(drawing);
  const plain = new Path2D();
  const back = new Path2D();
  const heads = new Path2D();
  context.lineWidth = thin;
  for (const line of drawing.lines) {
    const from = cards.get(line.from);
    const to = cards.get(line.to);
    if (!from || !to || !meets(lineBounds(line, from, to), view)) continue;
    const overlay = overlays.connectors?.[line.id];
    const isOwn = overlay !== undefined || connector === line.id;
    const path = isOwn ? new Path2D() : line.isBack && !isTiny ? back : plain;
    addWay(path, line, [from, to], isTiny ? undefined : view);
    if (!isTiny) addHead(heads, to);
    if (!isOwn) continue;
    context.lineWidth = Math.max(thin, overlay?.thickness ?? thin * 1.7);
    context.strokeStyle = overlay?.colour ?? palette(connector === line.id ? '--wm-accent' : '--map-line');
    context.stroke(path);
  }
  context.strokeStyle = palette('--map-line');
  context.lineWidth = thin;
  context.stroke(plain);
  context.setLineDash([6, 4]);
  context.stroke(back);
  context.setLineDash([]);
  context.fillStyle = palette('--map-line');
  context.fill(heads);
}

function addHead(path: Path2D, { at, arrives }: Card): void {
  const [x, y] = [at[0], at[1] + arrives];
  path.moveTo(x, y);
  path.lineTo(x - 8, y - 4.5);
  path.lineTo(x - 8, y + 4.5);
}

function addWay(path: Path2D, line: Line, [from, to]: readonly [Card, Card], view: Region | undefined): void {
  const [fromX, fromY] = leaves(from, line.port);
  const [toX, toY] = [to.at[0], to.at[1] + to.arrives];
  if (!view) {
    path.moveTo(fromX, fromY);
    path.lineTo(toX, toY);
    return;
  }
  const ends = { fromX, fromY, toX, toY };
  path.addPath(new Path2D(line.isBack ? backPath(ends, line.below, view) : forwardPath(ends)));
}

function drawBox(context: CanvasRenderingContext2D, { overlays }: FarPicture, card: Card, palette: Palette): void {
  context.fillStyle = overlays.elements?.[card.id]?.fill ?? palette(toneOf(card.group));
  context.fillRect(card.at[0], card.at[1], CARD_WIDTH, card.height);
}

const RADIUS = { option: 24, end: 24, page: 8, action: 8, logic: 2, note: 8 } as const;

function drawCard(
  context: CanvasRenderingContext2D,
  { overlays, marks }: FarPicture,
  card: Card,
  palette: Palette,
  family: string,
): void {
  const [x, y] = card.at;
  const heat = overlays.elements?.[card.id];
  context.beginPath();
  context.roundRect(x, y, CARD_WIDTH, card.height, RADIUS[card.group]);
  context.fillStyle = heat?.fill ?? palette(softOf(card.group));
  context.fill();
  context.strokeStyle = palette(toneOf(card.group));
  context.lineWidth = card.group === 'end' ? 3 : 1;
  context.stroke();
  const lines = nameLines(context, card, family);
  context.fillStyle = heat?.ink ?? palette('--wm-text');
  const middle = y + card.arrives;
  for (const [n, words] of lines.entries()) {
    context.fillText(words, x + 12, middle + (n - (lines.length - 1) / 2) * 25);
  }
  for (const [n, { kind }] of (marks.get(card.id) ?? []).entries()) {
    context.fillStyle = palette(MARKS[kind]);
    context.beginPath();
    context.arc(x + CARD_WIDTH - 20 - n * 24, y + 18, 9, 0, 2 * Math.PI);
    context.fill();
  }
  if (card.isStart) label(context, 'Start', [x + 10, y - 17], palette('--wm-text'), palette('--wm-surface'));
  if (heat?.label) {
    label(context, heat.label, [x + CARD_WIDTH - 110, y + card.height], palette('--wm-surface'), palette('--wm-text'));
  }
}

function label(
  context: CanvasRenderingContext2D,
  words: string,
  [x, y]: readonly [number, number],
  ground: string,
  ink: string,
): void {
  context.fillStyle = ground;
  context.fillRect(x, y - 14, Math.min(100, context.measureText(words).width + 16), 28);
  context.fillStyle = ink;
  context.fillText(words, x + 8, y, 84);
}

function frame(
  context: CanvasRenderingContext2D,
  { selected, current }: FarPicture,
  card: Card,
  palette: Palette,
  pixel: number,
): void {
  const colour = selected.has(card.id) ? '--wm-accent' : current === card.id ? '--wm-success-line' : undefined;
  if (!colour) return;
  context.strokeStyle = palette(colour);
  context.lineWidth = 3 * pixel;
  context.strokeRect(card.at[0], card.at[1], CARD_WIDTH, card.height);
}
