import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';

export interface FigureProps {
  readonly title: string;
  readonly words: string;
  /** A second figure below, such as the share. */
  readonly aside?: ReactNode;
  /** Shows what is behind the number. */
  readonly onPress?: () => void;
}

/** One number with its name, in a list of them. */
export function Figure({ title, words, aside, onPress }: FigureProps) {
  return (
    <div className="wc-figure">
      <dt>{title}</dt>
      <dd>
        <span className="wc-figure-words">{words}</span>
        {aside ? <span className="wc-muted">{aside}</span> : null}
        {onPress ? (
          <Button size="small" variant="quiet" onPress={onPress} aria-label={`Show the sessions: ${title}`}>
            Show sessions
          </Button>
        ) : null}
      </dd>
    </div>
  );
}
