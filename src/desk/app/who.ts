import { createContext, useContext } from 'react';
import type { Me } from '#api/sign-in.ts';
import { invariant } from '#prelude/assert-never.ts';

export type Membership = Me['accounts'][number];

/** Who works at the desk, and in which of their accounts. */
export interface Who {
  readonly user: Me['user'];
  readonly account: Membership;
  readonly accounts: readonly Membership[];
}

export const WhoContext = createContext<Who | null>(null);

export function useWho(): Who {
  const who = useContext(WhoContext);
  invariant(who, 'the desk stands inside its gate');
  return who;
}
