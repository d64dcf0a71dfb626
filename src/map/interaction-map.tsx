import {
  Background,
  type NodeChange,
  ReactFlow,
  type ReactFlowProps,
  ReactFlowProvider,
  useStoreApi,
} from '@xyflow/react';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import '@xyflow/react/dist/base.css';
import { ConnectorLine, type LineEdge } from './connector-line.tsx';
import type { Drawing } from './drawing.ts';
import { type CardNode, ElementCard } from './element-card.tsx';
import { FarCanvas } from './far-canvas.tsx';
import { MapContext, type MapSurroundings } from './map-context.ts';
import type { MapEditing } from './map-editing.ts';
import type { MapOverlays, Mark } from './marks.ts';
import { cardsById, nearDrawing, withMoved } from './near-drawing.ts';
import { onceSized } from './once-sized.ts';
import { type Size, useActiveDescendant } from './use-active-descendant.ts';
import { LEAST_ZOOM, type MapCamera, useCamera } from './use-camera.ts';
import { useFlowParts } from './use-flow-parts.ts';
import { useGestures } from './use-gestures.ts';
import { useOncePainted } from './use-once-painted.ts';
import { usePanning } from './use-panning.ts';
import { usePicturePointer } from './use-picture-pointer.ts';
import { useSight } from './use-sight.ts';
import './interaction-map.css';

export interface InteractionMapProps {
  drawing: Drawing;
  /** What the map shows: read aloud when it gets the focus. */
  label: string;
  selected?: readonly ElementId[];
  connector?: ConnectorId | undefined;
  /** Where the keyboard stands; the last selected one when left out. */
  active?: ElementId | undefined;
  current?: ElementId | undefined;
  marks?: ReadonlyMap<ElementId, readonly Mark[]>;
  overlays?: MapOverlays;
  onSelect?: (elements: readonly ElementId[]) => void;
  onSelectConnector?: (connector: ConnectorId) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** What can be done beyond looking; left out, nothing can. */
  editing?: MapEditing;
  /** Gets the way to move the view, once. */
  onCamera?: (camera: MapCamera) => void;
  /** Called once the map was painted for the first time: what need not be there before may come now. */
  onPainted?: () => void;
  /** Stands over the map: zoom buttons, a legend. */
  children?: ReactNode;
}

const NODE_TYPES = { card: ElementCard };
const EDGE_TYPES = { line: ConnectorLine };
const NO_MARKS: ReadonlyMap<ElementId, readonly Mark[]> = new Map();
const NO_OVERLAYS: MapOverlays = {};
const NONE: readonly ElementId[] = [];

/** So many cards are drawn as one picture where their small print is left out; of as many, only those near are there. */
const MANY = 300;

/** These cards alone, the first so many of them, without the lines. */
function onlyCards(drawing: Drawing, wanted: ReadonlySet<ElementId>): Drawing {
  const cards = cardsById(drawing);
  return { cards: [...wanted].slice(0, MANY).flatMap((id) => cards.get(id) ?? []), lines: [] };
}

/** The drawing of an Interaction: read-only by itself, the same for designer, reports and reviews. */
export function InteractionMap(props: InteractionMapProps) {
  return (
    <ReactFlowProvider>
      <MapPane {...props} />
    </ReactFlowProvider>
  );
}

function MapPane(props: InteractionMapProps) {
  const { drawing, label, selected = NONE, connector, editing, onSelect, onCamera } = props;
  const [dragged, setDragged] = useState<ReadonlyMap<ElementId, readonly [number, number]>>(new Map());
  const { isFar, region } = useSight();
  const store = useStoreApi();
  const root = useRef<HTMLDivElement>(null);
  const panning = usePanning(root);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const canEdit = editing !== undefined;
  const active = props.active ?? selected.at(-1) ?? drawing.cards.find((card) => card.isStart)?.id;
  const isLarge = drawing.cards.length > MANY;
  const isPicture = isLarge && (isFar || region === undefined);
  const pointer = usePicturePointer(isPicture ? drawing : undefined, onSelect);
  const { touched } = pointer;
  const boxes = useMemo(() => {
    if (!isLarge) return drawing;
    const wanted = new Set([...[touched, active].filter((id) => id !== undefined), ...chosen]);
    return isPicture || !region ? onlyCards(drawing, wanted) : nearDrawing(drawing, region, wanted);
  }, [drawing, isLarge, isPicture, region, active, touched, chosen]);
  const { nodes, edges } = useFlowParts(boxes, chosen, connector, dragged, canEdit, isLarge ? region : undefined);
  const real = useMemo(() => new Set(boxes.cards.map(({ id }) => id)), [boxes]);
  const shown = useMemo(() => (isPicture ? withMoved(drawing, dragged) : drawing), [isPicture, drawing, dragged]);
  const cards = useRef(drawing.cards);
  cards.current = drawing.cards;
  const camera = useCamera(root, cards);
  const gestures = useGestures(editing, root, setDragged, { drawing, chosen });
  useEffect(() => onCamera?.(camera), [onCamera, camera]);
  useOncePainted(root, drawing.cards.length === 0, props.onPainted);
  useListboxRole(root);
  const resized = useCallback(
    (before: Size | undefined) => {
      if (before) camera.resize(before, active);
      if (active !== undefined && chosen.size === 1 && chosen.has(active)) camera.reveal([active]);
    },
    [camera, active, chosen],
  );
  const lookAgain = useActiveDescendant(root, active, resized);

  const surroundings = useMemo(
    (): MapSurroundings => ({
      marks: props.marks ?? NO_MARKS,
      overlays: props.overlays ?? NO_OVERLAYS,
      current: props.current,
      active,
      canEdit,
      renaming: editing?.renaming,
      onRenamed: (element, name) => editing?.onRenamed(element, name),
      onPortPressed: (element, exit) => editing?.onPortPressed(element, exit),
    }),
    [props.marks, props.overlays, props.current, active, canEdit, editing],
  );

  const nodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      const picked = changes.filter((change) => change.type === 'select');
      if (picked.length > 0 && onSelect) {
        // What is not there is left as it is only by whoever adds to what is selected.
        const isAdding = store.getState().multiSelectionActive;
        const next = new Set(isAdding ? selected : selected.filter((id) => real.has(id)));
        for (const { id, selected: is } of picked) {
          if (is) next.add(id as ElementId);
          else next.delete(id as ElementId);
        }
        onSelect([...next]);
      }
      gestures.onPositions(changes);
    },
    [onSelect, selected, real, store, gestures],
  );

  return (
    <MapContext.Provider value={surroundings}>
      <div
        className="map"
        ref={root}
        data-far={isFar || undefined}
        data-picture={isPicture || undefined}
        data-connecting={editing?.connecting ? true : undefined}
        onPointerMove={pointer.move}
      >
        <ReactFlow<CardNode, LineEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={nodesChange}
          onInit={() => onceSized(root.current, () => (canEdit ? camera.begin() : camera.fit(undefined, false)))}
          {...panning}
          onMoveEnd={() => {
            panning.onMoveEnd();
            lookAgain();
          }}
          onEdgeClick={(_event, edge) => props.onSelectConnector?.(edge.id as ConnectorId)}
          {...gestures.flow}
          onPaneClick={(event) => {
            const { card, line } = pointer.hit(event);
            if (card && editing?.connecting) editing.onTargetPressed(card);
            else if (card) afterwards(() => onSelect?.([card]));
            else if (line && !editing?.connecting) afterwards(() => props.onSelectConnector?.(line));
            else gestures.flow.onPaneClick?.(event);
          }}
          {...pointer.flow}
          {...FIXED}
          nodesConnectable={canEdit}
          nodesDraggable={canEdit}
          elementsSelectable={onSelect !== undefined}
          {...POINTER}
          tabIndex={0}
          aria-label={label}
          {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
        >
          {isPicture ? (
            <FarCanvas
              drawing={shown}
              selected={chosen}
              connector={connector}
              current={props.current}
              marks={surroundings.marks}
              overlays={surroundings.overlays}
            />
          ) : (
            <Background gap={24} size={1.2} color="var(--map-dots)" />
          )}
        </ReactFlow>
        {props.children}
      </div>
    </MapContext.Provider>
  );
}

/** A press on nothing makes the library let go of what was selected; what it selects instead comes after that. */
const afterwards = queueMicrotask;

const FIXED = {
  onlyRenderVisibleElements: true,
  nodesFocusable: false,
  edgesFocusable: false,
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: ['Shift', 'Meta', 'Control'],
  zoomOnDoubleClick: false,
  connectOnClick: false,
  connectionRadius: 28,
  minZoom: LEAST_ZOOM,
  maxZoom: 2,
  nodeDragThreshold: 3,
  proOptions: { hideAttribution: true },
} satisfies ReactFlowProps<CardNode, LineEdge>;

/** With a mouse, dragging on nothing selects and the wheel pans; with a finger, dragging pans. */
const POINTER: ReactFlowProps<CardNode, LineEdge> = matchMedia('(pointer: coarse)').matches
  ? { panOnDrag: true }
  : { panOnDrag: [1, 2], selectionOnDrag: true, panOnScroll: true };

/**
 * The library's layer of cards is the list that the cards are options of. Its drawn lines are so many pictures without a
 * name: what they tell is told by the ways out of cards, and in the outline or the table beside the map.
 */
function useListboxRole(root: { readonly current: HTMLDivElement | null }): void {
  useEffect(() => {
    const layer = root.current?.querySelector('.react-flow__nodes');
    layer?.setAttribute('role', 'listbox');
    layer?.setAttribute('aria-multiselectable', 'true');
    layer?.setAttribute('aria-label', 'Elements');
    const drawn = '.react-flow__edges, .react-flow__edgelabel-renderer, .react-flow__background';
    for (const picture of root.current?.querySelectorAll(drawn) ?? []) {
      picture.setAttribute('aria-hidden', 'true');
    }
  }, [root]);
}
