import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { words } from './words.ts';
import './lazy-part.css';

/** A part of a page whose scripts and styles are fetched when it is first shown, or before. */
export interface LazyPart<Props extends object> {
  (props: Props): ReactNode;
  /** Fetches it before it is shown. What fails now is fetched when it is shown. */
  fetch(): Promise<void>;
}

/** What cannot be fetched, and the way to try again. */
export interface NotThereProps {
  readonly what: string;
  readonly onRetry: () => void;
}

export interface LazyPartWishes<Props extends object> {
  /** What comes, as a message begins: "The settings". */
  readonly what: string;
  /** Stands there until it comes; nothing where left out. */
  readonly Waiting?: ComponentType<Props>;
  /** Stands there where it cannot be fetched; a banner where left out. */
  readonly Failed?: ComponentType<NotThereProps>;
}

/**
 * A part that comes later. One that was fetched is drawn at once, as if it had been there from the beginning; one that
 * cannot be fetched says so in its place and offers to try again, and the rest of the page stays.
 */
export function lazyPart<Props extends object>(
  { what, Waiting, Failed = NotThere }: LazyPartWishes<Props>,
  load: () => Promise<ComponentType<Props>>,
): LazyPart<Props> {
  let There: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;

  const arrive = () => {
    forgetFailedStyles();
    coming ??= load().then(
      (part) => {
        There = part;
      },
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };

  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, where a module begins
  function Part(props: Props) {
    const [state, setState] = useState<'waiting' | 'there' | 'failed'>('waiting');
    useEffect(() => {
      if (state !== 'waiting') return;
      let isGone = false;
      // Effects and all, as a key would have drawn it: whoever sees it finds the cursor in it.
      const become = (next: 'there' | 'failed') => () => {
        if (!isGone) flushSync(() => setState(next));
      };
      // Also where it came between drawing and now: nobody draws this anew by itself.
      arrive().then(become('there'), become('failed'));
      return () => {
        isGone = true;
      };
    }, [state]);
    if (There) return <There {...props} />;
    if (state === 'failed') return <Failed what={what} onRetry={() => setState('waiting')} />;
    return Waiting ? <Waiting {...props} /> : null;
  }

  Part.fetch = () => arrive().catch(() => undefined);
  return Part;
}

function NotThere({ what, onRetry }: NotThereProps) {
  return (
    <div className="wm-not-there">
      <Banner
        tone="danger"
        isLive
        title={`${what} could not be loaded`}
        actions={
          <Button size="small" onPress={onRetry}>
            {words.tryAgain}
          </Button>
        }
      >
        Check the connection.
      </Banner>
    </div>
  );
}

let isForgetting = false;

/** A style sheet that failed is not fetched again while its link stands in the page. */
function forgetFailedStyles(): void {
  if (isForgetting) return;
  isForgetting = true;
  const forget = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement) target.remove();
  };
  document.head.addEventListener('error', forget, true);
}
