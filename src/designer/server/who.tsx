import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Permission } from '#api/permissions.ts';
import { type Me, signInRoutes } from '#api/sign-in.ts';
import type { AccountId } from '#prelude/ids.ts';
import { call } from './call.ts';

/**
 * Who works here. Without a server, or without having signed in, everything but what needs the server works as well.
 */
export type Who =
  | { readonly kind: 'asking' }
  | { readonly kind: 'no-server' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly me: Me };

const WhoContext = createContext<Who>({ kind: 'asking' });

export function WhoProvider({ children }: { children: ReactNode }) {
  const [who, setWho] = useState<Who>({ kind: 'asking' });
  useEffect(() => {
    void call(signInRoutes.me, {}).then((answer) => {
      if (answer.ok) setWho({ kind: 'signed-in', me: answer.value });
      else setWho({ kind: answer.error.status === 401 ? 'signed-out' : 'no-server' });
    });
  }, []);
  return <WhoContext value={who}>{children}</WhoContext>;
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
