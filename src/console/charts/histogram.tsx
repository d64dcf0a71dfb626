import { useId } from 'react';
import { countWords } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';
import './histogram.css';

export interface Bin {
  /** Milliseconds; the last bin may be open to the right. */
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

export interface HistogramProps {
  readonly title: string;
  readonly bins: readonly Bin[];
  /** Times marked by a line: the median, the target. */
  readonly marks: readonly {
    readonly at: number;
    readonly label: string;
    readonly kind: 'median' | 'slow' | 'target';
  }[];
}

const WIDTH = 320;
const HEIGHT = 96;
const FOOT = 18;

/** How times are spread, with the numbers behind it one press away. */
export function Histogram({ title, bins, marks }: HistogramProps) {
  const id = useId();
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const step = WIDTH / Math.max(1, bins.length);
  return (
    <figure className="wc-histogram" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} focusable="false" aria-hidden="true">
        {bins.map((bin, index) => {
          const height = (HEIGHT * bin.count) / most;
          return (
            <rect
              key={bin.from}
              className="wc-histogram-bar"
              x={index * step + 0.5}
              width={step - 1}
              y={HEIGHT - height}
              height={height}
            />
          );
        })}
        <line className="wc-histogram-ground" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {bins.map((bin, index) =>
          index % Math.max(1, Math.ceil(bins.length / 5)) === 0 ? (
            <text key={bin.from} className="wc-histogram-tick" x={index * step} y={HEIGHT + 13}>
              {durationWords(bin.from)}
            </text>
          ) : null,
        )}
        {marks.map((mark) => {
          const x = placeOf(mark.at, bins, step);
          return (
            <line
              key={mark.kind}
              className={`wc-histogram-mark wc-histogram-${mark.kind}`}
              x1={x}
              x2={x}
              y1="0"
              y2={HEIGHT}
            />
          );
        })}
      </svg>
      <ul className="wc-histogram-marks">
        {marks.map((mark) => (
          <li key={mark.kind}>
            <svg viewBox="0 0 4 14" width="4" height="14" focusable="false" aria-hidden="true">
              <line className={`wc-histogram-mark wc-histogram-${mark.kind}`} x1="2" x2="2" y1="0" y2="14" />
            </svg>
            {mark.label}
          </li>
        ))}
      </ul>
      <details>
        <summary>Show the numbers</summary>
        <table className="wc-histogram-table">
          <caption className="wm-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Visits</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.from}>
                <td>{durationWords(bin.from)}</td>
                <td>{bin.to === null ? 'longer' : durationWords(bin.to)}</td>
                <td>{countWords(bin.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Where a time stands between the edges of its bin. */
function placeOf(at: number, bins: readonly Bin[], step: number): number {
  const index = bins.findIndex((bin) => bin.to === null || at < bin.to);
  const bin = bins[index];
  if (!bin) return WIDTH - 1;
  const inside = bin.to === null ? 0.5 : (at - bin.from) / (bin.to - bin.from);
  return Math.min(WIDTH - 1, Math.max(1, (index + inside) * step));
}
