import type { ReactNode } from 'react';
import './bar-table.css';

export interface BarRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  /** The value as words: `1,204`. */
  readonly words: ReactNode;
  /** A second figure, such as the share. */
  readonly aside?: ReactNode;
}

export interface BarTableProps {
  /** What the table is of; read aloud. */
  readonly caption: string;
  readonly head: readonly [label: string, value: string, aside?: string];
  readonly rows: readonly BarRow[];
}

/** A chart that is a table: each line has a bar behind its number, so nothing is lost to whoever cannot see bars. */
export function BarTable({ caption, head, rows }: BarTableProps) {
  const most = Math.max(1, ...rows.map((row) => row.value));
  return (
    <div className="wc-bars-box">
      <table className="wc-bars">
        <caption className="wm-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head[0]}</th>
            <th scope="col" className="wc-bars-number">
              {head[1]}
            </th>
            {head[2] ? (
              <th scope="col" className="wc-bars-number">
                {head[2]}
              </th>
            ) : null}
            <td aria-hidden="true" className="wc-bars-space" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td className="wc-bars-number">{row.words}</td>
              {head[2] ? <td className="wc-bars-number">{row.aside}</td> : null}
              <td aria-hidden="true" className="wc-bars-space">
                <svg
                  className="wc-bars-bar"
                  viewBox="0 0 100 8"
                  preserveAspectRatio="none"
                  focusable="false"
                  aria-hidden="true"
                >
                  <rect width={(100 * row.value) / most} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
