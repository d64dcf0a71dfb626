import { heatColor } from './heat.ts';
import { useShownTheme } from './use-shown-theme.ts';
import './heat-legend.css';

export interface HeatLegendProps {
  /** What the colour says: `Median time`. */
  readonly title: string;
  /** Round numbers from the low end to the high end. */
  readonly ticks: readonly number[];
  readonly words: (value: number) => string;
}

const STEPS = 24;

/** What the colours of the map mean, in real units, and that grey means no evidence. */
export function HeatLegend({ title, ticks, words }: HeatLegendProps) {
  const theme = useShownTheme();
  const last = ticks.length - 1;
  return (
    <div className="wc-legend">
      <span className="wc-legend-title">{title}</span>
      <div className="wc-legend-scale">
        <svg viewBox={`0 0 ${STEPS} 1`} preserveAspectRatio="none" focusable="false" aria-hidden="true">
          {Array.from({ length: STEPS }, (_, step) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step of the scale is its place
            <rect key={step} x={step} width="1.05" height="1" fill={heatColor(step / (STEPS - 1), theme)} />
          ))}
        </svg>
        <ol>
          {ticks.map((tick, index) => (
            <li key={tick} data-place={index === 0 ? 'first' : index === last ? 'last' : 'middle'}>
              {words(tick)}
            </li>
          ))}
        </ol>
      </div>
      <span className="wc-legend-none">
        <i aria-hidden="true" /> No evidence
      </span>
    </div>
  );
}
