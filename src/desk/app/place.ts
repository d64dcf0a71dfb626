import { useSyncExternalStore } from 'react';

/** Where one is at the desk, as the address says it: a link or a reload opens the same. */
export interface Place {
  readonly account: string | undefined;
  /** The session in sight; none at home. */
  readonly session: string | undefined;
}

const listeners = new Set<() => void>();
let known = { href: '', place: { account: undefined, session: undefined } as Place };

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, read);
}

/** Goes to another place; `replace` where going back should not lead to the one before. */
export function goTo(place: Place, { replace = false } = {}): void {
  const address = addressOfPlace(place);
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  for (const listener of listeners) listener();
}

export function addressOfPlace({ account, session }: Place): string {
  const query = account === undefined ? '' : `?${new URLSearchParams({ account })}`;
  return session === undefined ? `/desk${query}` : `/desk/${encodeURIComponent(session)}${query}`;
}

export function placeOf(pathname: string, search: string): Place {
  const [, , session] = pathname.split('/');
  return {
    account: new URLSearchParams(search).get('account') ?? undefined,
    session: session ? decodeURIComponent(session) : undefined,
  };
}

function read(): Place {
  if (known.href !== location.href) {
    known = { href: location.href, place: placeOf(location.pathname, location.search) };
  }
  return known.place;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
