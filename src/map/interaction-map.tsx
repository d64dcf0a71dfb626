import { Background, type NodeChange, ReactFlow, type ReactFlowProps, ReactFlowProvider } from '@xyflow/react';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import '@xyflow/react/dist/base.css';
import { ConnectorLine, type LineEdge } from './connector-line.tsx';
import type { Drawing } from './drawing.ts';
import { type CardNode, cardDomId, ElementCard } from './element-card.tsx';
import { MapContext, type MapSurroundings } from './map-context.ts';
import type { MapEditing } from './map-editing.ts';
import type { MapOverlays, Mark } from './marks.ts';
import { type MapCamera, useCamera } from './use-camera.ts';
import { useFlowParts } from './use-flow-parts.ts';
import { useGestures } from './use-gestures.ts';
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
  /** Stands over the map: zoom buttons, a legend. */
  children?: ReactNode;
}

const NODE_TYPES = { card: ElementCard };
const EDGE_TYPES = { line: ConnectorLine };
const NO_MARKS: ReadonlyMap<ElementId, readonly Mark[]> = new Map();
const NO_OVERLAYS: MapOverlays = {};
const NONE: readonly ElementId[] = [];

/** Below this zoom the small print of cards is left out. */
const FAR = 0.55;

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
  const [isFar, setFar] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const canEdit = editing !== undefined;
  const { nodes, edges } = useFlowParts(drawing, chosen, connector, dragged, canEdit);
  const active = props.active ?? selected.at(-1) ?? drawing.cards.find((card) => card.isStart)?.id;
  const camera = useCamera(root);
  const gestures = useGestures(editing, root, setDragged);
  useEffect(() => onCamera?.(camera), [onCamera, camera]);
  useListboxRole(root);

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
        const next = new Set(selected);
        for (const { id, selected: is } of picked) {
          if (is) next.add(id as ElementId);
          else next.delete(id as ElementId);
        }
        onSelect([...next]);
      }
      gestures.onPositions(changes);
    },
    [onSelect, selected, gestures],
  );

  const isShown = active !== undefined && drawing.cards.some((card) => card.id === active);
  return (
    <MapContext.Provider value={surroundings}>
      <div
        className="map"
        ref={root}
        data-far={isFar || undefined}
        data-connecting={editing?.connecting ? true : undefined}
      >
        <ReactFlow<CardNode, LineEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={nodesChange}
          onMove={(_event, { zoom }) => setFar(zoom < FAR)}
          onEdgeClick={(_event, edge) => props.onSelectConnector?.(edge.id as ConnectorId)}
          {...gestures.flow}
          {...FIXED}
          nodesConnectable={canEdit}
          nodesDraggable={canEdit}
          elementsSelectable={onSelect !== undefined}
          {...POINTER}
          tabIndex={0}
          aria-label={label}
          {...(isShown ? { 'aria-activedescendant': cardDomId(active) } : {})}
          {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
        >
          <Background gap={24} size={1.2} color="var(--map-dots)" />
        </ReactFlow>
        {props.children}
      </div>
    </MapContext.Provider>
  );
}

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
  minZoom: 0.05,
  maxZoom: 2,
  fitView: true,
  fitViewOptions: { maxZoom: 1, padding: 0.18 },
  nodeDragThreshold: 3,
  proOptions: { hideAttribution: true },
} satisfies ReactFlowProps<CardNode, LineEdge>;

/** With a mouse, dragging on nothing selects and the wheel pans; with a finger, dragging pans. */
const POINTER: ReactFlowProps<CardNode, LineEdge> = matchMedia('(pointer: coarse)').matches
  ? { panOnDrag: true }
  : { panOnDrag: [1, 2], selectionOnDrag: true, panOnScroll: true };

/** The library's layer of cards is the list that the cards are options of. */
function useListboxRole(root: { readonly current: HTMLDivElement | null }): void {
  useEffect(() => {
    const layer = root.current?.querySelector('.react-flow__nodes');
    layer?.setAttribute('role', 'listbox');
    layer?.setAttribute('aria-multiselectable', 'true');
    layer?.setAttribute('aria-label', 'Elements');
  }, [root]);
}
