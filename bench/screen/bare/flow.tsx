import {
  Background,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import '@xyflow/react/dist/style.css';
import { type Drawn, LEAST_ZOOM, NEAR, readDrawn } from './drawn.ts';

// React Flow alone with the same boxes and lines: a name in a box, its own curves. `?visible` leaves out what is not seen.

type Box = Node<{ readonly name: string }, 'box'>;

const BoxView = memo(function BoxView({ data }: NodeProps<Box>) {
  return (
    <div style={{ height: '100%', border: '1px solid #888', borderRadius: 8, background: '#fff', fontSize: 13 }}>
      <Handle type="target" position={Position.Left} />
      {data.name}
      <Handle type="source" position={Position.Right} />
    </div>
  );
});

const TYPES = { box: BoxView };

function Flow({ drawn, onlyVisible }: { drawn: Drawn; onlyVisible: boolean }) {
  const [nodes, , onNodesChange] = useNodesState<Box>(
    drawn.boxes.map(({ id, name, x, y, width, height }) => ({
      id,
      type: 'box',
      position: { x, y },
      data: { name },
      width,
      height,
    })),
  );
  const [edges, , onEdgesChange] = useEdgesState<Edge>(
    drawn.lines.map(({ id, from, to }) => ({ id, source: from, target: to })),
  );
  const first = drawn.boxes[0];
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={TYPES}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onlyRenderVisibleElements={onlyVisible}
      minZoom={LEAST_ZOOM}
      panOnScroll
      panOnDrag={[1, 2]}
      selectionOnDrag
      defaultViewport={{ x: 96 - (first?.x ?? 0) * NEAR, y: innerHeight / 2 - (first?.y ?? 0) * NEAR, zoom: NEAR }}
    >
      <Background gap={24} />
    </ReactFlow>
  );
}

const place = document.getElementById('root');
const drawn = await readDrawn();
if (place) {
  const onlyVisible = new URLSearchParams(location.search).has('visible');
  createRoot(place).render(<Flow drawn={drawn} onlyVisible={onlyVisible} />);
}
