import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Outcome } from '#api/outcomes.ts';
import type { AccountFacts } from '#checks/account/account-check.ts';
import { typeOfAccountValue } from '#contract/account-values.ts';
import type { Reference } from '#contract/element-type.ts';
import { textIn } from '#contract/localized-text.ts';
import type { AccountId } from '#prelude/ids.ts';
import type { AccountThings } from './account-things.ts';
import type { ValueFace } from './read-account.ts';

/** What the designer knows of an account. Undefined: there is no server, or it may not be seen. */
export interface AccountKnown {
  readonly values: readonly ValueFace[] | undefined;
  readonly outcomes: readonly Outcome[] | undefined;
  readonly things: AccountThings;
}

const NOTHING: AccountKnown = {
  values: undefined,
  outcomes: undefined,
  things: { connection: undefined, interaction: undefined, team: undefined },
};

/** Asks the server what an account keeps; again whenever somebody comes back to this window. */
export function useAccountKnown(account: AccountId | undefined): AccountKnown {
  const [known, setKnown] = useState<AccountKnown & { readonly of?: AccountId }>(NOTHING);
  const load = useCallback(async () => {
    if (account === undefined) return;
    // What cannot be fetched now is so when somebody comes back to this window.
    const part = await import('./read-account.ts').catch(() => undefined);
    if (!part) return;
    const { values, outcomes, things } = await part.readAccount(account);
    setKnown((before) => ({
      of: account,
      // While the server is away, what it said last counts.
      values: values ?? (before.of === account ? before.values : undefined),
      outcomes: outcomes ?? (before.of === account ? before.outcomes : undefined),
      things: before.of === account ? stillKnown(things, before.things) : things,
    }));
  }, [account]);
  useEffect(() => {
    void load();
    const look = () => void load();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [load]);
  return known.of === account ? known : NOTHING;
}

function stillKnown(now: AccountThings, before: AccountThings): AccountThings {
  return {
    connection: now.connection ?? before.connection,
    interaction: now.interaction ?? before.interaction,
    team: now.team ?? before.team,
  };
}

const AccountKnownContext = createContext<AccountKnown>(NOTHING);

/** Lets the settings below know the account that the working copy belongs to. */
export function AccountKnownProvider(props: { account: AccountId | undefined; children: ReactNode }) {
  return <AccountKnownContext value={useAccountKnown(props.account)}>{props.children}</AccountKnownContext>;
}

export function useAccountOfCopy(): AccountKnown {
  return useContext(AccountKnownContext);
}

/** How outcomes are said in the account; undefined for those that it does not know. */
export function useOutcomeWords(): (outcome: string) => string | undefined {
  const { outcomes } = useAccountOfCopy();
  return useMemo(
    () => (key) => {
      const found = outcomes?.find((outcome) => outcome.key === key);
      return found && textIn(found.label, 'en', 'en');
    },
    [outcomes],
  );
}

/** What a team or an Interaction is called that an element names by its key. */
export function useThingNames(): (reference: Pick<Reference, 'kind' | 'key'>) => string | undefined {
  const { things } = useAccountOfCopy();
  return useCallback(
    ({ kind, key }) => {
      const named = kind === 'team' || kind === 'interaction' ? things[kind] : undefined;
      return named?.find((thing) => thing.key === key)?.label;
    },
    [things],
  );
}

/** The account as checks see it; undefined while not all of it is known. */
export function factsFrom({ values, outcomes }: AccountKnown): AccountFacts | undefined {
  if (!values || !outcomes) return undefined;
  return {
    values: Object.fromEntries(values.map(({ key, type }) => [key, typeOfAccountValue(type)])),
    outcomes: new Map(outcomes.map(({ key, retired }) => [key, { retired }])),
  };
}
