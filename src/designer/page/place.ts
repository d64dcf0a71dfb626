import { useSyncExternalStore } from 'react';

/** Where in the designer one is. */
export type Place =
  | { readonly kind: 'start' }
  /** A working copy, and the element to show in it. */
  | {
      readonly kind: 'copy';
      readonly copy: string;
      readonly element: string | undefined;
      /** A session of the server that shall become a test. */
      readonly keep: string | undefined;
    }
  /** A published Interaction whose newest content shall be opened. */
  | {
      readonly kind: 'interaction';
      readonly account: string;
      readonly interaction: string;
      readonly element: string | undefined;
      readonly keep: string | undefined;
    };

export function placeOf(address: Pick<Location, 'pathname' | 'search' | 'hash'>): Place {
  const element = address.hash.length > 1 ? decodeURIComponent(address.hash.slice(1)) : undefined;
  const query = new URLSearchParams(address.search);
  const keep = query.get('keep') ?? undefined;
  const copy = /^\/designer\/copies\/([^/]+)/.exec(address.pathname)?.[1];
  if (copy !== undefined) return { kind: 'copy', copy, element, keep };
  const account = query.get('account');
  const interaction = query.get('interaction');
  if (account && interaction) return { kind: 'interaction', account, interaction, element, keep };
  return { kind: 'start' };
}

export function copyAddress(copy: string, element?: string, keep?: string): string {
  const query = keep === undefined ? '' : `?keep=${encodeURIComponent(keep)}`;
  return `/designer/copies/${copy}${query}${element === undefined ? '' : `#${encodeURIComponent(element)}`}`;
}

const listeners = new Set<() => void>();

/** Goes to an address of the designer without loading the page anew. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  for (const listener of listeners) listener();
}

/** The address one is at; drawn again when it changes. */
export function useAddress(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      window.addEventListener('popstate', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('popstate', listener);
      };
    },
    () => location.pathname + location.search + location.hash,
  );
}
