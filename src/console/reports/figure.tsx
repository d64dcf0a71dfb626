import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

export interface FigureProps {
  readonly title: string;
  readonly words: string;
  /** A second figure below, such as the share. */
  readonly aside?: ReactNode;
  /** Shows the sessions behind the number. */
  readonly onPress?: (() => void) | undefined;
}

/** One number with its name, in a list of them. A number that leads to its sessions is underlined. */
export function Figure({ title, words, aside, onPress }: FigureProps) {
  return (
    <div className="wc-figure">
      <dt>{title}</dt>
      <dd>
        {onPress ? (
          <Button
            className="wc-figure-words wc-number"
            onPress={onPress}
            aria-label={`${words}: show the sessions, ${title.toLowerCase()}`}
          >
            {words}
          </Button>
        ) : (
          <span className="wc-figure-words">{words}</span>
        )}
        {aside ? <span className="wc-muted">{aside}</span> : null}
      </dd>
    </div>
  );
}
