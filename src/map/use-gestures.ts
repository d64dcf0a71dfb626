import { type FinalConnectionState, type NodeChange, type ReactFlowProps, useReactFlow } from '@xyflow/react';
import { type DragEvent, type MouseEvent, type RefObject, useMemo, useRef } from 'react';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import { CARD_WIDTH } from './card-size.ts';
import type { LineEdge } from './connector-line.tsx';
import type { Drawing } from './drawing.ts';
import type { CardNode } from './element-card.tsx';
import { DRAGGED_TYPE, type MapEditing } from './map-editing.ts';
import { cardsById } from './near-drawing.ts';
import { cardAt, lineAt } from './picture-hits.ts';

type Point = readonly [number, number];
type Places = ReadonlyMap<ElementId, Point>;

/** A pointer this near to a line is on it, pixels of the screen. */
const NEARBY = 12;

interface Gestures {
  readonly flow: Partial<ReactFlowProps<CardNode, LineEdge>>;
  onPositions(changes: readonly NodeChange<CardNode>[]): void;
}

/** Turns what the pointer did into the words of {@link MapEditing}. While a card is dragged, only the drawing moves. */
export function useGestures(
  editing: MapEditing | undefined,
  root: RefObject<HTMLDivElement | null>,
  setDragged: (places: Places) => void,
  { drawing, chosen }: { readonly drawing: Drawing; readonly chosen: ReadonlySet<ElementId> },
): Gestures {
  const flow = useReactFlow<CardNode, LineEdge>();
  const latest = useRef(editing);
  latest.current = editing;
  const drawn = useRef({ drawing, chosen });
  drawn.current = { drawing, chosen };
  const places = useRef<Places>(new Map());

  return useMemo((): Gestures => {
    const mapPoint = (x: number, y: number): Point => {
      const at = flow.screenToFlowPosition({ x, y });
      return [at.x, at.y];
    };
    /** Where the pointer is on the map, seen from where every card and line that is drawn can be hit. */
    const cardUnder = (x: number, y: number) =>
      realCardUnder(x, y) ?? cardAt(drawn.current.drawing, mapPoint(x, y))?.id;
    const connectorUnder = (x: number, y: number) =>
      realConnectorUnder(x, y) ?? lineAt(drawn.current.drawing, mapPoint(x, y), NEARBY / flow.getZoom())?.id;
    /** All that is selected goes along, also what is out of sight and therefore not there. */
    const withChosen = (moved: Places): Places => {
      const { drawing: now, chosen: all } = drawn.current;
      const [lead] = [...moved].filter(([id]) => all.has(id));
      const from = lead && cardsById(now).get(lead[0])?.at;
      if (!lead || !from || all.size <= moved.size) return moved;
      const [dx, dy] = [lead[1][0] - from[0], lead[1][1] - from[1]];
      const others = [...all].flatMap((id) => {
        const at = cardsById(now).get(id)?.at;
        return at ? [[id, [at[0] + dx, at[1] + dy]] as const] : [];
      });
      return new Map([...others, ...moved]);
    };
    const endDrag = (event: globalThis.MouseEvent | TouchEvent | MouseEvent) => {
      const moved = places.current;
      places.current = new Map();
      setDragged(places.current);
      const [first] = moved.keys();
      if (first === undefined) return;
      const [x, y] = pointOf(event);
      const on = moved.size === 1 ? connectorUnder(x, y) : undefined;
      const isLoose = drawn.current.drawing.lines.every(({ from, to }) => from !== first && to !== first);
      const at = moved.get(first);
      if (on && isLoose && at) latest.current?.onDroppedOnConnector(first, on, at);
      else latest.current?.onMoved(Object.fromEntries(moved));
    };
    return {
      onPositions(changes) {
        const next = new Map(places.current);
        for (const change of changes) {
          if (change.type !== 'position' || !change.position || change.dragging !== true) continue;
          next.set(change.id as ElementId, [change.position.x, change.position.y]);
        }
        if (next.size === places.current.size && [...next].every(([id, at]) => places.current.get(id) === at)) return;
        places.current = withChosen(next);
        setDragged(places.current);
      },
      flow: {
        onNodeDragStop: endDrag,
        onSelectionDragStop: endDrag,
        onNodeClick: (event, node) => {
          if (isPort(event.target)) return;
          if (latest.current?.connecting) latest.current.onTargetPressed(node.id as ElementId);
        },
        onNodeDoubleClick: (event, node) => {
          if (!isPort(event.target)) latest.current?.onRename(node.id as ElementId);
        },
        onPaneClick: (event) => latest.current?.onEmptyClick(mapPoint(event.clientX, event.clientY)),
        onDoubleClick: (event) => {
          const isEmpty = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
          if (isEmpty) latest.current?.onEmptyDoubleClick(mapPoint(event.clientX, event.clientY));
        },
        onConnectEnd: (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
          const from = state.fromNode?.id as ElementId | undefined;
          const exit = state.fromHandle?.id;
          if (from === undefined || !exit || state.fromHandle?.type !== 'source') return;
          const [x, y] = pointOf(event);
          const to = cardUnder(x, y) ?? (state.toNode?.id as ElementId | undefined);
          // A press without a drag is the other way to connect: by two presses.
          if (to === from && isPort(document.elementFromPoint(x, y))) return;
          if (to !== undefined) latest.current?.onConnect(from, exit, to);
          else if (root.current?.contains(document.elementFromPoint(x, y))) {
            latest.current?.onConnectToNothing(from, exit, mapPoint(x, y));
          }
        },
        onDragOver: (event: DragEvent) => {
          if (!event.dataTransfer.types.includes(DRAGGED_TYPE)) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
        },
        onDrop: (event: DragEvent) => {
          const type = event.dataTransfer.getData(DRAGGED_TYPE);
          if (type === '') return;
          event.preventDefault();
          const [x, y] = mapPoint(event.clientX, event.clientY);
          latest.current?.onInsert(type, [x - CARD_WIDTH / 2, y - 24], connectorUnder(event.clientX, event.clientY));
        },
      },
    };
  }, [flow, root, setDragged]);
}

function pointOf(event: globalThis.MouseEvent | TouchEvent | MouseEvent): Point {
  if (!('changedTouches' in event)) return [event.clientX, event.clientY];
  const touch = event.changedTouches[0];
  return [touch?.clientX ?? 0, touch?.clientY ?? 0];
}

function isPort(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.map-port') !== null;
}

function realCardUnder(x: number, y: number): ElementId | undefined {
  const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-element]');
  return card?.dataset.element as ElementId | undefined;
}

function realConnectorUnder(x: number, y: number): ConnectorId | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const line = element.closest<SVGElement>('[data-connector]');
    if (line) return line.dataset.connector as ConnectorId | undefined;
  }
  return undefined;
}
