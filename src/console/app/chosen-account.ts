import type { AccountId } from '#prelude/ids.ts';
import type { Membership } from './who.tsx';

const KEY = 'waymark.account';

/** The account of the address, else the one worked in last, else the first. */
export function chosenAccount(accounts: readonly Membership[], asked: string | undefined): Membership | undefined {
  const remembered = localStorage.getItem(KEY);
  return (
    accounts.find((account) => account.id === asked) ??
    accounts.find((account) => account.id === remembered) ??
    accounts[0]
  );
}

/** Remembers it for pages whose address names none. */
export function rememberAccount(account: AccountId): void {
  localStorage.setItem(KEY, account);
}
