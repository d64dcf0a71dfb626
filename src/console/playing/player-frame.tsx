import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { PlayerEvents, PlayerSource, WaymarkPlayer } from '#player/element.ts';
import './player-frame.css';

type SessionNow = PlayerEvents['waymark-page']['detail'];

export interface PlayerFrameProps {
  /** Keep the same object while the same thing is played. */
  readonly source: PlayerSource;
  /** Told of each page, and of the end, where there is none. */
  readonly onPage?: (session: SessionNow) => void;
  readonly onVariables?: (variables: PlayerEvents['waymark-variables']['detail']) => void;
  /** The player itself, for whoever gives it commands. */
  readonly control?: Ref<Pick<WaymarkPlayer, 'command'>>;
}

export function PlayerFrame({ source, onPage, onVariables, control }: PlayerFrameProps) {
  const player = useRef<WaymarkPlayer>(null);
  useImperativeHandle(control, () => player.current as WaymarkPlayer, []);
  useEffect(() => {
    const element = player.current;
    if (!element) return;
    const signs = new AbortController();
    const options = { signal: signs.signal };
    const onMoved = (event: Event) => onPage?.((event as PlayerEvents['waymark-page']).detail);
    element.addEventListener('waymark-page', onMoved, options);
    element.addEventListener('waymark-end', onMoved, options);
    element.addEventListener(
      'waymark-variables',
      (event) => onVariables?.((event as PlayerEvents['waymark-variables']).detail),
      options,
    );
    return () => signs.abort();
  }, [onPage, onVariables]);
  useEffect(() => {
    if (player.current) player.current.source = source;
  }, [source]);
  return <waymark-player ref={player} class="wc-player" />;
}

declare module 'react' {
  // biome-ignore lint/style/noNamespace: React looks for elements of its own in this namespace
  namespace JSX {
    interface IntrinsicElements {
      'waymark-player': { ref: React.Ref<WaymarkPlayer>; class?: string };
    }
  }
}
