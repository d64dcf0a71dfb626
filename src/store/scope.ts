import type { AccountId } from '#prelude/ids.ts';

declare const authenticated: unique symbol;

/**
 * The right to speak with the store about one account. Every query about an account's rows takes one first and never
 * an account's id from anywhere else, so that what belongs to another account cannot be reached by mistake.
 */
export interface AccountScope {
  readonly account: AccountId;
  readonly [authenticated]: true;
}

/**
 * Makes a scope. Called in two places only: where the server has just found out who asks and that they belong to this
 * account, and in tests. (Background work goes through the accounts one by one and says so where it does.)
 */
export function accountScope(account: AccountId): AccountScope {
  // The brand exists for the compiler alone.
  return { account } as AccountScope;
}
