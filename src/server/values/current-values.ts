import {
  ACCOUNT_VALUE_TYPES,
  type AccountValueKind,
  type AccountValues,
  typeOfAccountValue,
} from '#contract/account-values.ts';
import type { ValueType } from '#expressions/value-type.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { AccountId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Clock, Instant } from '#prelude/ports.ts';
import { Gathered } from '#store/gathered.ts';
import type { Store } from '#store/open-store.ts';
import { patiently } from '#store/patiently.ts';
import { findCurrentValues, type ValuesOfAccountRow } from '#store/queries/current-values.ts';
import type { AccountScope } from '#store/scope.ts';
import { settingsOf } from '../accounts/settings.ts';
import type { LiveHub } from '../live/hub.ts';

/** The values for customers and those for tests, whose types are the same, and the zone of the account's clocks. */
export interface ValuesOfAccount extends Readonly<Record<AccountValueKind, AccountValues>> {
  readonly timeZone: string;
}

/** Accounts whose values are at hand at once. */
const MOST_ACCOUNTS = 500;

/**
 * How long after the start of a change made in this process nothing is kept, milliseconds: until then it may not be
 * committed, and a value that was read before would stay. Other processes hear of it when it is committed.
 */
const SETTLING = 5_000;

/**
 * The values of each account as they are now, and its time zone, at hand for every step of every session: read once, and again when any
 * process tells that one of them changed.
 *
 * They are read on the prepared connections, which nobody holds while they wait for something: whoever asks within a
 * transaction has one of the others, and would wait for a second one for ever when all who have one do so.
 */
export class CurrentValues {
  readonly #reads: Gathered<AccountId, ValuesOfAccountRow | undefined>;
  readonly #clock: Clock;
  readonly #known = new Map<AccountId, Promise<ValuesOfAccount>>();
  readonly #settling = new Map<AccountId, Instant>();

  constructor(pool: Store['prepared'], clock: Clock, live: Pick<LiveHub, 'listenToAll'>) {
    this.#reads = new Gathered((accounts) => patiently(() => findCurrentValues(pool, accounts)));
    this.#clock = clock;
    live.listenToAll({
      hear: (account, event) => {
        if (event.kind === 'values.changed') this.#known.delete(account);
      },
      lost: () => this.#known.clear(),
    });
  }

  /** The values for sessions of a kind. While nothing changed it is the same object. */
  async of(scope: AccountScope, kind: AccountValueKind): Promise<AccountValues> {
    return (await this.both(scope))[kind];
  }

  /** The values for sessions of each kind, for every step anew. */
  both(scope: AccountScope): Promise<ValuesOfAccount> {
    return this.#known.get(scope.account) ?? this.#read(scope);
  }

  /** To be called before the transaction of a change ends. */
  changing({ account }: AccountScope): void {
    const now = this.#clock.now();
    for (const [other, until] of this.#settling) if (until <= now) this.#settling.delete(other);
    this.#settling.set(account, now + SETTLING);
    this.#known.delete(account);
  }

  #read(scope: AccountScope): Promise<ValuesOfAccount> {
    const { account } = scope;
    const reading = this.#readNow(account);
    if ((this.#settling.get(account) ?? 0) > this.#clock.now()) return reading;
    const oldest = this.#known.keys().next().value;
    if (this.#known.size >= MOST_ACCOUNTS && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(account, reading);
    // What could not be read is read again by the next who asks; this one is told why.
    reading.catch(() => {
      if (this.#known.get(account) === reading) this.#known.delete(account);
    });
    return reading;
  }

  async #readNow(account: AccountId): Promise<ValuesOfAccount> {
    const found = await this.#reads.ask(account);
    invariant(found, 'a scope is of an account that is there');
    return { ...bothKinds(found.values), timeZone: settingsOf(found).timeZone };
  }
}

function bothKinds(rows: ValuesOfAccountRow['values']): Omit<ValuesOfAccount, 'timeZone'> {
  const types: { [key: string]: ValueType } = {};
  const live: { [key: string]: Json } = {};
  const test: { [key: string]: Json } = {};
  for (const row of rows) {
    const type = ACCOUNT_VALUE_TYPES.find((known) => known === row.type);
    if (!type) continue;
    types[row.key] = typeOfAccountValue(type);
    live[row.key] = row.live;
    test[row.key] = row.test ?? row.live;
  }
  return { live: { types, values: live }, test: { types, values: test } };
}
