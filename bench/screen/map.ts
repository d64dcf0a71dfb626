import type { Browser, Page } from 'playwright-core';
import type { Interaction } from '#format/interaction.ts';
import { goal } from '../goal.ts';
import { figureOf, inWords, row, share } from './figures.ts';
import { Hand, type Point } from './hand.ts';
import { firstPainted, framesDuring, putClock, settled } from './in-page.ts';
import { editsToPaint, openWaymark } from './waymark-map.ts';

const ROUNDS = 3;

/** Milliseconds. */
const GOAL = { open: 1_000, frame: 17, edit: 50 };

export interface MapPlaces {
  readonly product: string;
  readonly bare: string;
}

interface Contender {
  readonly name: string;
  /** What is seen first of its map. */
  readonly seen: string;
  /** The address of its page, once it holds the drawing. */
  open(page: Page): Promise<string>;
}

type Measured = { [what: string]: number[] };

const GESTURES = ['pan near', 'drag', 'zoom out and in', 'pan with all in view'] as const;

/** The map of an Interaction of so many elements, beside others that draw the same. */
export async function measureMap(browser: Browser, places: MapPlaces, flow: Interaction): Promise<void> {
  const elements = Object.keys(flow.elements).length;
  const at = (page: string) => `${places.bare}/${page}elements=${elements}`;
  const contenders: readonly Contender[] = [
    { name: 'Waymark', seen: '[data-element]', open: (page) => openWaymark(page, places.product, flow) },
    { name: 'React Flow', seen: '.react-flow__node', open: async () => at('flow.html?') },
    {
      name: 'React Flow, only visible elements',
      seen: '.react-flow__node',
      open: async () => at('flow.html?visible&'),
    },
    { name: 'one canvas: boxes and lines', seen: 'canvas', open: async () => at('canvas.html?') },
  ];
  const opened: Opened[] = [];
  for (const contender of contenders) opened.push(await opening(browser, contender));
  // In turn, so that a slow moment of the machine hits all alike.
  for (let round = 0; round < ROUNDS; round++) for (const map of opened) await measureRound(map);
  for (const { page } of opened) await page.context().close();
  const measured = new Map(opened.map(({ name, times }) => [name, times]));
  process.stdout.write(`${elements} elements\n`);
  row('milliseconds, median (spread)', ['opening', ...GESTURES.map((gesture) => `${gesture}: p50 / p95`)]);
  for (const [name, times] of measured) {
    const frames = GESTURES.map((gesture) => {
      const [p50, p95] = ['p50', 'p95'].map((part) => figureOf(times[`${gesture} ${part}`] ?? []));
      return p50 && p95 ? `${p50.middle.toFixed(1)} / ${inWords(p95).trim()}` : '';
    });
    row(name, [inWords(figureOf(times.open ?? [])), ...frames]);
  }
  const own = measured.get('Waymark') ?? {};
  for (const edit of ['rename', 'move by key']) {
    row(`Waymark, from the key to paint: ${edit}`, [inWords(figureOf(own[edit] ?? []))]);
  }
  goal('opening, ms', figureOf(own.open ?? []).middle, GOAL.open, 'at most');
  for (const gesture of GESTURES) {
    goal(`p95 of a frame, ${gesture}, ms`, figureOf(own[`${gesture} p95`] ?? []).middle, GOAL.frame, 'at most');
  }
  for (const edit of ['rename', 'move by key']) {
    goal(`${edit}, ms`, figureOf(own[edit] ?? []).middle, GOAL.edit, 'at most');
  }
}

interface Opened {
  readonly name: string;
  readonly page: Page;
  readonly hand: Hand;
  readonly address: string;
  readonly times: Measured;
}

async function opening(browser: Browser, { name, seen, open }: Contender): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await putClock(page, seen);
  return { name, page, hand: await Hand.on(page), address: await open(page), times: {} };
}

async function measureRound({ name, page, hand, address, times }: Opened): Promise<void> {
  const keep = (what: string, value: number) => {
    times[what] = [...(times[what] ?? []), value];
  };
  await page.goto(address);
  keep('open', await firstPainted(page));
  await settled(page);
  const { card, edge } = await spots(page);
  const acts: { readonly [gesture in (typeof GESTURES)[number]]: () => Promise<void> } = {
    'pan near': () => hand.pan(edge),
    drag: () => hand.drag(card),
    'zoom out and in': async () => {
      await hand.zoom(edge, 'all');
      await hand.zoom(edge, 'near');
    },
    'pan with all in view': () => hand.pan(edge),
  };
  for (const gesture of GESTURES) {
    if (gesture === 'pan with all in view') await hand.zoom(edge, 'all');
    const frames = await framesDuring(page, acts[gesture]);
    keep(`${gesture} p50`, share(frames, 0.5));
    keep(`${gesture} p95`, share(frames, 0.95));
    await settled(page);
    if (gesture !== 'drag' || name !== 'Waymark') continue;
    for (const [edit, time] of await editsToPaint(page)) keep(edit, time);
  }
  // A page that nobody looks at does nothing.
  await page.goto('about:blank');
}

/** A point on the first card as every map shows it in the beginning, and one on nothing, left of it. */
async function spots(page: Page): Promise<{ readonly card: Point; readonly edge: Point }> {
  const box = await page.locator('.react-flow, canvas').first().boundingBox();
  if (!box) throw new Error('There is no map');
  const middle = box.y + box.height / 2;
  return { card: { x: box.x + 156, y: middle + 15 }, edge: { x: box.x + 24, y: middle } };
}
