import { type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Line } from './drawing.ts';
import { backPath, forwardPath } from './line-path.ts';
import { useMap } from './map-context.ts';
import type { Region } from './sight.ts';
import './connector-line.css';

/** `within`: of a line that leads back, no more is drawn than lies there. */
export type LineEdge = Edge<{ readonly line: Line; readonly within: Region | undefined }, 'line'>;

/** Room for the arrow's head before the card. */
const HEAD = 7;

/** What is hit of a port reaches this far beyond the card's edge; what is seen of it, less. */
const REACH = 12;
const PORT = 5;

/** One connector on the map. */
export const ConnectorLine = memo(function ConnectorLine(props: EdgeProps<LineEdge>) {
  const { data, selected, sourceY, targetY } = props;
  const { overlays } = useMap();
  if (!data) return null;
  const { line } = data;
  const sourceX = props.sourceX - REACH + PORT;
  const targetX = props.targetX + REACH;
  const overlay = overlays.connectors?.[line.id];
  const ends = { fromX: sourceX, fromY: sourceY, toX: targetX - HEAD, toY: targetY };
  const path = line.isBack ? backPath(ends, line.below, data.within) : forwardPath(ends);
  const style = {
    ...(overlay?.thickness === undefined ? {} : { strokeWidth: overlay.thickness }),
    ...(overlay?.colour === undefined ? {} : { stroke: overlay.colour }),
  };
  return (
    <g
      className="map-line"
      data-connector={line.id}
      data-back={line.isBack || undefined}
      data-selected={selected || undefined}
    >
      <path className="map-line-reach react-flow__edge-interaction" d={path} />
      <path className="map-line-stroke react-flow__edge-path" d={path} style={style} />
      <path
        className="map-line-head"
        d={`M${targetX - HEAD - 1},${targetY - 4.5} l${HEAD + 1},4.5 l${-HEAD - 1},4.5 z`}
      />
      {overlay?.label ? (
        <EdgeLabelRenderer>
          <span
            className="map-line-label"
            style={{
              transform: `translate(-50%, -50%) translate(${(sourceX + targetX) / 2}px, ${(sourceY + targetY) / 2}px)`,
            }}
          >
            {overlay.label}
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </g>
  );
});
