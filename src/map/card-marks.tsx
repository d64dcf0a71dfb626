import { CircleAlert, Flag, MessageCircle, SignpostBig, Timer, TriangleAlert } from 'lucide-react';
import type { Mark } from './marks.ts';

const ICONS = {
  error: CircleAlert,
  warning: TriangleAlert,
  comment: MessageCircle,
  'change-request': Flag,
  target: Timer,
  'entry-point': SignpostBig,
} satisfies Record<Mark['kind'], unknown>;

/** Small signs at a card's corner; their words are part of the card's name. */
export function CardMarks({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <span className="map-card-marks" aria-hidden="true">
      {marks.map((mark) => {
        const Icon = ICONS[mark.kind];
        return (
          <span
            key={mark.kind}
            className={`map-mark map-mark-${mark.kind}`}
            title={mark.label}
            data-count={mark.count !== undefined && mark.count > 1 ? mark.count : undefined}
          >
            <Icon />
          </span>
        );
      })}
    </span>
  );
}
