import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { FlowReport } from '#api/reports.ts';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { drawingOf } from '#map/drawing.ts';
import { InteractionMap } from '#map/interaction-map.tsx';
import type { MapCamera } from '#map/use-camera.ts';
import type { ElementId } from '#prelude/ids.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { HeatLegend } from '../charts/heat-legend.tsx';
import { useShownTheme } from '../charts/use-shown-theme.ts';
import { faceOfMeasure, type MapMeasure } from './map-measures.ts';
import { neighbourOf } from './neighbour.ts';
import { mostOf, overlayOf } from './overlay.ts';

export interface FlowMapProps {
  readonly interaction: Interaction;
  readonly report: FlowReport;
  readonly measure: MapMeasure;
  readonly element: ElementId | undefined;
  readonly onElement: (element: ElementId | undefined) => void;
  /** By the keyboard: whoever asks so wants to be there. */
  readonly onEntered: (element: ElementId) => void;
}

/** The drawing that designers know, coloured by a measure. Arrows walk along it, Enter opens an element's figures. */
export function FlowMap({ interaction, report, measure, element, onElement, onEntered }: FlowMapProps) {
  const theme = useShownTheme();
  const face = faceOfMeasure(measure);
  const [camera, setCamera] = useState<MapCamera | null>(null);
  const [active, setActive] = useState<ElementId | undefined>(element);
  const drawing = useMemo(
    () => drawingOf(interaction, catalog, { language: interaction.languages[0], folded: false }),
    [interaction],
  );
  const ticks = face.ticks(mostOf(report, face));
  const top = ticks.at(-1) ?? 1;
  const overlays = useMemo(
    () =>
      overlayOf(
        report,
        face,
        { elements: drawing.cards.map((card) => card.id), connectors: drawing.lines.map((line) => line.id) },
        { top, theme },
      ),
    [report, face, drawing, top, theme],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const here = active ?? interaction.start;
    if (event.key === 'Enter' && here) onEntered(here);
    else if (event.key === 'Escape' && element) onElement(undefined);
    else if (event.key.startsWith('Arrow')) {
      const next = neighbourOf(drawing, here, event.key);
      if (!next) return;
      setActive(next);
      camera?.reveal([next]);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <InteractionMap
        drawing={drawing}
        label={`Map of ${interaction.name}, coloured by ${face.title.toLowerCase()}. Arrow keys move, Enter shows an element’s figures.`}
        selected={element ? [element] : []}
        active={active ?? element}
        overlays={overlays}
        onSelect={(chosen) => {
          const picked = chosen.find((id) => id !== element) ?? chosen[0];
          setActive(picked);
          onElement(picked);
        }}
        onKeyDown={onKeyDown}
        onCamera={setCamera}
      >
        <div className="wc-flow-tools">
          <Toolbar label="View of the map" orientation="horizontal" isFloating>
            <IconButton label="Zoom out" icon={<ZoomOut />} size="small" onPress={() => camera?.zoom('out')} />
            <IconButton label="Zoom in" icon={<ZoomIn />} size="small" onPress={() => camera?.zoom('in')} />
            <IconButton label="Show everything" icon={<Maximize />} size="small" onPress={() => camera?.fit()} />
          </Toolbar>
        </div>
      </InteractionMap>
      <div className="wc-flow-legend">
        <HeatLegend title={face.title} ticks={ticks} words={face.words} />
      </div>
    </>
  );
}
