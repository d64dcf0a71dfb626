import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import type { Unconnected } from '#contract/element-type.ts';
import { CardMarks } from './card-marks.tsx';
import { CardName } from './card-name.tsx';
import type { Card } from './drawing.ts';
import { cardLabel } from './drawing.ts';
import { iconNamed } from './icons.ts';
import { useMap } from './map-context.ts';
import './element-card.css';

export type CardNode = Node<{ readonly card: Card }, 'card'>;

/** The id that the map's focus points at. */
export function cardDomId(id: string): string {
  return `map-card-${id}`;
}

/** One element on the map. */
export const ElementCard = memo(function ElementCard({ data: { card }, selected }: NodeProps<CardNode>) {
  const { marks, overlays, current, active, canEdit } = useMap();
  const own = marks.get(card.id) ?? [];
  const heat = overlays.elements?.[card.id];
  const figure = heat?.spoken ?? heat?.label;
  const Icon = iconNamed(card.icon);
  return (
    <div
      className={`map-card map-group-${card.group}`}
      style={{ height: card.height, ...(heat?.fill ? { '--map-fill': heat.fill, '--map-ink': heat.ink } : {}) }}
      data-element={card.id}
      data-type={card.type}
      data-selected={selected || undefined}
      data-active={active === card.id || undefined}
      data-current={current === card.id || undefined}
      data-heat={heat?.fill ? true : undefined}
    >
      {card.isStart ? (
        <span className="map-card-start" aria-hidden="true">
          Start
        </span>
      ) : null}
      <Handle
        type="target"
        position={Position.Left}
        id="in"
        className="map-arrival"
        style={{ top: card.arrives }}
        isConnectable={canEdit}
        aria-hidden="true"
      />
      {/* biome-ignore lint/a11y/useFocusableInteractive: the map itself has the focus and points at the active card */}
      <div
        id={cardDomId(card.id)}
        role="option"
        aria-selected={selected}
        aria-label={cardLabel(card, figure ? [...own, { label: figure }] : own)}
        className="map-card-head"
      >
        <span className="map-card-icon">
          <Icon aria-hidden="true" />
        </span>
        <div className="map-card-text">
          <CardName card={card} /> {card.words ? <p className="map-card-words">{card.words}</p> : null}
        </div>
        <CardMarks marks={own} />
      </div>
      {heat?.label ? (
        <span className="map-card-figure" aria-hidden="true">
          {heat.label}
        </span>
      ) : null}
      <Ports card={card} />
    </div>
  );
});

function Ports({ card }: { card: Card }) {
  const { canEdit, onPortPressed } = useMap();
  const single = card.ports.length === 1;
  return card.ports.map((port) => (
    <div key={port.exit} className="map-exit" style={{ top: port.at }} data-single={single || undefined}>
      {single ? null : (
        <span className="map-exit-label" aria-hidden="true">
          {port.label}
        </span>
      )}
      {port.isFollowed ? (
        <Handle
          type="source"
          position={Position.Right}
          id={port.exit}
          className="map-port"
          isConnectable={canEdit}
          onClick={() => onPortPressed(card.id, port.exit)}
          data-exit={port.exit}
          data-open={port.isConnected ? undefined : port.unconnected}
          title={portTitle(port.label, port.isConnected, port.unconnected)}
          aria-hidden="true"
        />
      ) : null}
    </div>
  ));
}

function portTitle(label: string, isConnected: boolean, unconnected: Unconnected): string {
  if (isConnected) return label;
  return unconnected === 'problem' ? `${label}: leads nowhere yet` : `${label}: ends here`;
}
