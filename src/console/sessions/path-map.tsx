import { useEffect, useMemo, useState } from 'react';
import type { SessionStep } from '#api/sessions.ts';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { drawingOf } from '#map/drawing.ts';
import { InteractionMap } from '#map/interaction-map.tsx';
import type { MapCamera } from '#map/use-camera.ts';
import type { ElementId } from '#prelude/ids.ts';

export interface PathMapProps {
  readonly interaction: Interaction;
  readonly steps: readonly SessionStep[];
  readonly at: number;
  readonly current: ElementId | undefined;
}

/** The drawing with the way that the session went so far, and where it stands. */
export function PathMap({ interaction, steps, at, current }: PathMapProps) {
  const [camera, setCamera] = useState<MapCamera | null>(null);
  const drawing = useMemo(
    () => drawingOf(interaction, catalog, { language: interaction.languages[0], folded: false }),
    [interaction],
  );
  const overlays = useMemo(() => {
    const gone = goneAlong(steps, at);
    const connectors = drawing.lines
      .filter((line) => gone.has(`${line.from} ${line.to}`))
      .map((line) => [line.id, { thickness: 4, colour: 'var(--wm-accent)' }] as const);
    return { connectors: Object.fromEntries(connectors) };
  }, [drawing, steps, at]);
  useEffect(() => {
    if (current) camera?.reveal([current]);
  }, [camera, current]);
  return (
    <InteractionMap
      drawing={drawing}
      label={`Map of ${interaction.name}, with the way of this session`}
      current={current}
      active={current}
      overlays={overlays}
      onCamera={setCamera}
    />
  );
}

/** `from to` of every move so far. */
function goneAlong(steps: readonly SessionStep[], at: number): ReadonlySet<string> {
  const moves = steps
    .slice(0, at + 1)
    .flatMap((step) => step.events)
    .flatMap((event) => (event.kind === 'element-left' && event.to !== null ? [`${event.element} ${event.to}`] : []));
  return new Set(moves);
}
