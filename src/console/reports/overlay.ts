import type { FlowReport } from '#api/reports.ts';
import { frameOf, within } from '#contract/element-path.ts';
import type { MapOverlays } from '#map/marks.ts';
import type { ElementId, ElementPath } from '#prelude/ids.ts';
import { heatColor, heatInk, type Theme } from '../charts/heat.ts';
import { countWords } from '../words/count.ts';
import type { MapMeasureFace } from './map-measures.ts';

/** Pixels: the thinnest connector that was used, and that with the most traffic. */
const THIN = 1.5;
const THICK = 9;

/** The colours of elements without evidence, and of connectors: the legend shows the first. */
const NO_EVIDENCE = { fill: 'var(--wm-sunken)', ink: 'var(--wm-text-muted)' } as const;
const TRAFFIC = 'var(--wm-text-muted)';
const UNUSED = 'var(--wm-divider)';

/** The largest figure on the map, where the scale ends: what runs within an element is not drawn on it. */
export function mostOf(flow: FlowReport, face: MapMeasureFace): number {
  const drawn = Object.entries(flow.elements).filter(([path]) => frameOf(path as ElementPath) === '');
  return Math.max(0, ...drawn.map(([, element]) => face.figure(element) ?? 0));
}

/**
 * What a flow report lays over the map: colour for the measure, thickness for the traffic. `top` is the end of the scale.
 */
export function overlayOf(
  flow: FlowReport,
  face: MapMeasureFace,
  shown: { readonly elements: readonly ElementId[]; readonly connectors: readonly string[] },
  scale: { readonly top: number; readonly theme: Theme },
): MapOverlays {
  const elements = shown.elements.map((id) => {
    const own = flow.elements[within('', id)];
    const figure = own ? face.figure(own) : null;
    if (figure === null) return [id, { ...NO_EVIDENCE, spoken: `${face.title}: nothing known` }] as const;
    const words = face.words(figure);
    const part = scale.top === 0 ? 0 : figure / scale.top;
    return [
      id,
      {
        fill: heatColor(part, scale.theme),
        ink: heatInk(part, scale.theme),
        label: words,
        spoken: `${face.title}: ${words}`,
      },
    ] as const;
  });
  const busiest = Math.max(1, ...Object.values(flow.connectors));
  const connectors = shown.connectors.map((id) => {
    const count = flow.connectors[id] ?? 0;
    if (count === 0) return [id, { thickness: 1, colour: UNUSED }] as const;
    const thickness = THIN + (THICK - THIN) * Math.sqrt(count / busiest);
    return [id, { thickness, colour: TRAFFIC, label: countWords(count) }] as const;
  });
  return { elements: Object.fromEntries(elements), connectors: Object.fromEntries(connectors) };
}
