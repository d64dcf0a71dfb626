import { type KeyboardEvent, useState } from 'react';
import type { Card } from './drawing.ts';
import { useMap } from './map-context.ts';

/** The name of an element, or the field that renames it in its place. */
export function CardName({ card }: { card: Card }) {
  const { renaming } = useMap();
  return renaming === card.id ? <NameField key={card.id} card={card} /> : <p className="map-card-name">{card.name}</p>;
}

function NameField({ card }: { card: Card }) {
  const { onRenamed } = useMap();
  const [name, setName] = useState(card.name);
  const keyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') onRenamed(card.id, name);
    if (event.key === 'Escape') onRenamed(card.id, undefined);
  };
  return (
    <input
      className="map-card-rename nodrag nopan"
      aria-label={`Name of ${card.name}`}
      value={name}
      maxLength={200}
      // biome-ignore lint/a11y/noAutofocus: the field is there because renaming was asked for
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={keyDown}
      onBlur={() => onRenamed(card.id, name)}
    />
  );
}
