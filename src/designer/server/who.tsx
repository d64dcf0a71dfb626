import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Permission } from '#api/permissions.ts';
import { type Me, signInRoutes } from '#api/sign-in.ts';
import type { AccountId } from '#prelude/ids.ts';
import type { ApiError } from '#ui/http/api-error.ts';
import { call } from './call.ts';
import { type Read, useRead } from './use-read.ts';

/**
 * Who works here. Without a server, or without having signed in, everything but what needs the server works as well.
 */
export type Who =
  | { readonly kind: 'asking' }
  | { readonly kind: 'no-server' }
  /** There is a server, but it cannot tell now. */
  | { readonly kind: 'unknown'; readonly error: ApiError; again(): void }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly me: Me };

const WhoContext = createContext<Who>({ kind: 'asking' });

export function WhoProvider({ children }: { children: ReactNode }) {
  const me = useRead(askWho);
  const who = useMemo(() => whoFrom(me), [me]);
  return <WhoContext value={who}>{children}</WhoContext>;
}

const askWho = () => call(signInRoutes.me, {});

function whoFrom({ value, error, again }: Read<Me>): Who {
  if (value) return { kind: 'signed-in', me: value };
  if (!error) return { kind: 'asking' };
  if (error.status === 401) return { kind: 'signed-out' };
  return isNoServer(error) ? { kind: 'no-server' } : { kind: 'unknown', error, again };
}

/** Whoever serves the files alone has no such address, or answers with a page of theirs. */
function isNoServer({ status, code }: ApiError): boolean {
  return status === 404 || status === 405 || code === 'response.unexpected';
}

export function useWho(): Who {
  return useContext(WhoContext);
}

/** The accounts in which the person may do something. */
export function accountsWith(who: Who, permission: Permission): Me['accounts'] {
  return who.kind === 'signed-in' ? who.me.accounts.filter(({ abilities }) => abilities.includes(permission)) : [];
}

const CHOSEN = 'waymark.account';

/** The account one works in: the one chosen last, else the first in which working copies may be edited. */
export function useAccount(): [AccountId | undefined, (account: AccountId) => void] {
  const who = useWho();
  const [chosen, setChosen] = useState(() => localStorage.getItem(CHOSEN));
  const possible = accountsWith(who, 'working-copies.edit');
  const account = possible.find(({ id }) => id === chosen) ?? possible[0];
  return [
    account?.id,
    (id) => {
      localStorage.setItem(CHOSEN, id);
      setChosen(id);
    },
  ];
}
