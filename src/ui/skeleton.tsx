import './skeleton.css';

export interface SkeletonProps {
  /** How many lines of text it stands for. */
  lines?: number;
  /** Any CSS length. */
  width?: string;
  height?: string;
}

const WIDTHS = ['100%', '92%', '97%', '84%'];

/** Holds the place of what is being fetched; it shows itself after 300 ms only, so that quick answers never flicker. */
export function Skeleton({ lines = 1, width, height = '0.875rem' }: SkeletonProps) {
  return (
    <span className="wm-skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span
          key={line}
          className="wm-skeleton-line"
          style={{ width: width ?? WIDTHS[line % WIDTHS.length], height }}
        />
      ))}
    </span>
  );
}
