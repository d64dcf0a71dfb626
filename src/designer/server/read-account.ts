import { type Outcome, outcomeRoutes } from '#api/outcomes.ts';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import type { AccountId } from '#prelude/ids.ts';
import { type AccountThings, readThings } from './account-things.ts';
import { call } from './call.ts';

export type ValueFace = Pick<AccountValue, 'key' | 'label' | 'type'>;

/** What an account said of itself; undefined where it could not be asked, or may not be seen. */
export interface AccountSaid {
  readonly values: readonly ValueFace[] | undefined;
  readonly outcomes: readonly Outcome[] | undefined;
  readonly things: AccountThings;
}

/** Asks an account for what it keeps. */
export async function readAccount(account: AccountId): Promise<AccountSaid> {
  const [values, outcomes, things] = await Promise.all([
    call(valueRoutes.types, { account }),
    call(outcomeRoutes.list, { account }),
    readThings(account),
  ]);
  return {
    values: values.ok ? values.value.items : undefined,
    outcomes: outcomes.ok ? outcomes.value.items : undefined,
    things,
  };
}
