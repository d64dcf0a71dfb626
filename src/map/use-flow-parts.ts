import { Position } from '@xyflow/react';
import { type RefObject, useMemo, useRef } from 'react';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import { CARD_WIDTH } from './card-size.ts';
import type { LineEdge } from './connector-line.tsx';
import type { Card, Drawing, Line } from './drawing.ts';
import type { CardNode } from './element-card.tsx';
import type { Region } from './sight.ts';

/** Half the size of what a finger or pointer must hit. */
const REACH = 12;

/** Names of the library's own that would be read aloud. */
const SILENT = { 'aria-roledescription': undefined, 'aria-describedby': undefined, 'aria-label': undefined };

/** The drawing in the words of the drawing library; what did not change stays the same object. */
export function useFlowParts(
  drawing: Drawing,
  selected: ReadonlySet<ElementId>,
  connector: ConnectorId | undefined,
  dragged: ReadonlyMap<ElementId, readonly [number, number]>,
  canEdit: boolean,
  region: Region | undefined,
): { nodes: CardNode[]; edges: LineEdge[] } {
  const nodeCache = useRef(new Map<ElementId, CardNode>());
  const edgeCache = useRef(new Map<ConnectorId, LineEdge>());
  const nodeList = useRef<CardNode[]>([]);
  const edgeList = useRef<LineEdge[]>([]);

  const nodes = useMemo(() => {
    const next = new Map<ElementId, CardNode>();
    for (const card of drawing.cards) {
      const at = dragged.get(card.id) ?? card.at;
      const known = nodeCache.current.get(card.id);
      const isSelected = selected.has(card.id);
      const same =
        known &&
        known.selected === isSelected &&
        known.draggable === canEdit &&
        known.position.x === at[0] &&
        known.position.y === at[1] &&
        sameCard(known.data.card, card);
      next.set(card.id, same ? known : nodeOf(card, at, isSelected, canEdit));
    }
    return listOf(nodeCache, next, nodeList);
  }, [drawing.cards, selected, dragged, canEdit]);

  const edges = useMemo(() => {
    const next = new Map<ConnectorId, LineEdge>();
    for (const line of drawing.lines) {
      const known = edgeCache.current.get(line.id);
      const isSelected = connector === line.id;
      const within = line.isBack ? region : undefined;
      const same =
        known &&
        known.selected === isSelected &&
        known.data !== undefined &&
        known.data.within === within &&
        sameLine(known.data.line, line);
      next.set(line.id, same ? known : edgeOf(line, isSelected, within));
    }
    return listOf(edgeCache, next, edgeList);
  }, [drawing.lines, connector, region]);

  return { nodes, edges };
}

/** The parts as a list; the same list as before where all of them are, which the library then need not go through again. */
function listOf<Id, Part>(known: RefObject<Map<Id, Part>>, parts: Map<Id, Part>, list: RefObject<Part[]>): Part[] {
  known.current = parts;
  const made = [...parts.values()];
  const before = list.current;
  const isSame = made.length === before.length && made.every((part, index) => part === before[index]);
  if (!isSame) list.current = made;
  return list.current;
}

function nodeOf(card: Card, [x, y]: readonly [number, number], selected: boolean, draggable: boolean): CardNode {
  const size = { width: CARD_WIDTH, height: card.height };
  return {
    id: card.id,
    type: 'card',
    position: { x, y },
    data: { card },
    selected,
    draggable,
    ...size,
    measured: size,
    handles: [
      { type: 'target', id: 'in', position: Position.Left, x: -REACH, y: card.arrives - REACH, width: 24, height: 24 },
      ...card.ports
        .filter(({ isFollowed }) => isFollowed)
        .map((port) => ({
          type: 'source' as const,
          id: port.exit,
          position: Position.Right,
          x: CARD_WIDTH - REACH,
          y: port.at - REACH,
          width: 24,
          height: 24,
        })),
    ],
    domAttributes: SILENT,
  };
}

function edgeOf(line: Line, selected: boolean, within: Region | undefined): LineEdge {
  return {
    id: line.id,
    type: 'line',
    source: line.from,
    sourceHandle: line.port,
    target: line.to,
    targetHandle: 'in',
    selected,
    data: { line, within },
    ariaRole: 'presentation',
    domAttributes: SILENT,
  };
}

function sameCard(a: Card, b: Card): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.words === b.words &&
      a.icon === b.icon &&
      a.isStart === b.isStart &&
      a.height === b.height &&
      a.type === b.type &&
      a.ports.length === b.ports.length &&
      a.ports.every((port, index) => {
        const other = b.ports[index];
        return (
          other?.exit === port.exit &&
          other.label === port.label &&
          other.isConnected === port.isConnected &&
          other.isFollowed === port.isFollowed
        );
      }))
  );
}

function sameLine(a: Line, b: Line): boolean {
  return (
    a === b || (a.from === b.from && a.port === b.port && a.to === b.to && a.isBack === b.isBack && a.below === b.below)
  );
}
