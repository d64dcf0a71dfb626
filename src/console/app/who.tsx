import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { type Account, accountRoutes } from '#api/accounts.ts';
import type { Permission } from '#api/permissions.ts';
import type { Me } from '#api/sign-in.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { AccountId } from '#prelude/ids.ts';
import { reading } from '../data/reading.ts';

export type Membership = Me['accounts'][number];

/** Who is signed in, and the account they work in now. */
export interface Who {
  readonly user: Me['user'];
  readonly account: Membership;
}

export const WhoContext = createContext<Who | null>(null);

export function useWho(): Who {
  const who = useContext(WhoContext);
  invariant(who, 'a page of the console stands inside its frame');
  return who;
}

export function useAccountId(): AccountId {
  return useWho().account.id;
}

/** Whether the roles in this account allow it at all; what may be done with one object, its own abilities say. */
export function useMay(permission: Permission): boolean {
  return useWho().account.abilities.includes(permission);
}

/** The account with its settings, for what must not be shown before they are known. */
export function useAccount(): UseQueryResult<Account> {
  const account = useAccountId();
  return useQuery({ ...reading(accountRoutes.read, { account }), staleTime: 300_000 });
}

/** The account's time zone; UTC until it is known. */
export function useTimeZone(): string {
  return useAccount().data?.settings.timeZone ?? 'UTC';
}
