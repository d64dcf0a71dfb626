import { createElement, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import '#player/element.ts';
import type { PlayerEvents, WaymarkPlayer } from '#player/element.ts';
import type { AccountId, SessionId } from '#prelude/ids.ts';
import { SIGNED_IN } from '../app/gate.tsx';

export type SessionShown = PlayerEvents['waymark-page']['detail'];
export type Stepped = PlayerEvents['waymark-step']['detail'];
export type PlayerFailure = PlayerEvents['waymark-error']['detail'];

interface PlayerFrameProps {
  readonly account: AccountId;
  readonly session: SessionId;
  readonly player: Ref<WaymarkPlayer>;
  /** Stands below the outcome once the session is over. */
  readonly end: ReactNode;
  shown(session: SessionShown): void;
  stepped(step: Stepped): void;
  failed(failure: PlayerFailure): void;
}

/** The player, with its events as the desk hears them. */
export function PlayerFrame({ account, session, player, end, shown, stepped, failed }: PlayerFrameProps) {
  const element = useRef<WaymarkPlayer>(null);
  const heard = useRef({ shown, stepped, failed });
  heard.current = { shown, stepped, failed };
  useImperativeHandle(player, () => element.current as WaymarkPlayer, []);

  useEffect(() => {
    const at = element.current;
    if (!at) return;
    const ends = new AbortController();
    const on = <Name extends keyof PlayerEvents>(name: Name, act: (detail: PlayerEvents[Name]['detail']) => void) =>
      at.addEventListener(name, (event) => act((event as PlayerEvents[Name]).detail), { signal: ends.signal });
    on('waymark-page', (detail) => heard.current.shown(detail));
    on('waymark-end', (detail) => heard.current.shown(detail));
    on('waymark-step', (detail) => heard.current.stepped(detail));
    on('waymark-error', (detail) => heard.current.failed(detail));
    window.addEventListener(SIGNED_IN, () => at.retry(), { signal: ends.signal });
    at.autofocus = true;
    at.source = { kind: 'session', account, session };
    return () => ends.abort();
  }, [account, session]);

  return createElement('waymark-player', { ref: element }, <div slot="end">{end}</div>);
}
