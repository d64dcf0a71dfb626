import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { CARD_WIDTH } from '#map/card-size.ts';
import { COLUMN_GAP, ROW_GAP } from '#map/spacing.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { LayoutAnswer, LayoutQuestion } from './question.ts';

/** Columns from left to right, in which what follows stands to the right. */
const COMMON = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(COLUMN_GAP),
  'elk.spacing.nodeNode': String(ROW_GAP),
  'elk.spacing.componentComponent': String(ROW_GAP * 3),
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
};

/** Large graphs get the quicker variants of each phase. */
const QUICK = { 'elk.layered.thoroughness': '1', 'elk.layered.crossingMinimization.greedySwitch.type': 'OFF' };

/** Only what leads back to something that is read before goes from right to left. */
const AFRESH = { 'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER' };

/** Phases that begin from where things stand, so that what people remember stays true. */
const KEEPING = {
  'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.layered.crossingMinimization.semiInteractive': 'true',
  'elk.layered.crossingMinimization.strategy': 'INTERACTIVE',
  'elk.layered.nodePlacement.strategy': 'INTERACTIVE',
  'elk.separateConnectedComponents': 'false',
};

const MANY = 800;

/** The question in the layout library's words. */
export function elkGraph({ mode, cards, connectors }: LayoutQuestion): ElkNode {
  const ports = new Set(cards.flatMap((card) => card.exits.map(({ name }) => `${card.id}>${name}`)));
  return {
    id: 'root',
    layoutOptions: {
      ...COMMON,
      ...(cards.length > MANY ? QUICK : {}),
      'elk.layered.nodePlacement.strategy': cards.length > MANY ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
      ...(mode === 'tidy' ? KEEPING : AFRESH),
    },
    children: cards.map((card) => ({
      id: card.id,
      width: CARD_WIDTH,
      height: card.height,
      x: card.at[0],
      y: card.at[1],
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        { id: `${card.id}<`, x: 0, y: card.arrives, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'WEST' } },
        ...card.exits.map((exit) => ({
          id: `${card.id}>${exit.name}`,
          x: CARD_WIDTH,
          y: exit.at,
          width: 0,
          height: 0,
          layoutOptions: { 'elk.port.side': 'EAST' },
        })),
      ],
    })),
    edges: connectors.flatMap(({ id, from, exit, to }) =>
      ports.has(`${from}>${exit}`) ? [{ id, sources: [`${from}>${exit}`], targets: [`${to}<`] }] : [],
    ),
  };
}

/** Moves below this many pixels are not worth the reader's eye. */
const NOT_WORTH = 12;

/** What has to move. The whole is shifted so that in sum as little as possible moves. */
export function movesFrom(question: LayoutQuestion, laid: ElkNode): LayoutAnswer {
  const placed = new Map((laid.children ?? []).map((node) => [node.id, [node.x ?? 0, node.y ?? 0] as const]));
  const shifts = question.cards.flatMap((card) => {
    const to = placed.get(card.id);
    return to ? [[card.at[0] - to[0], card.at[1] - to[1]] as const] : [];
  });
  const [dx, dy] = [median(shifts.map(([x]) => x)), median(shifts.map(([, y]) => y))];
  const moves: { [id: ElementId]: readonly [number, number] } = {};
  for (const card of question.cards) {
    const to = placed.get(card.id);
    if (!to) continue;
    const [x, y] = [Math.round(to[0] + dx), Math.round(to[1] + dy)];
    const small = Math.abs(x - card.at[0]) + Math.abs(y - card.at[1]) < NOT_WORTH;
    if (question.mode === 'full' || !small) moves[card.id] = [x, y];
  }
  return moves;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
