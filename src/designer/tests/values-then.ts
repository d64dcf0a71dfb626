import { type AccountValue, type ValueChange, valueRoutes } from '#api/values.ts';
import { type AccountValueKind, typeOfAccountValue, valuesIn } from '#contract/account-values.ts';
import type { ValueType } from '#expressions/value-type.ts';
import type { AccountId } from '#prelude/ids.ts';
import { type Json, type JsonObject, own } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { call } from '../server/call.ts';

/** What is known of the account's values as a session read them. */
export interface ValuesThen {
  /** By key, in the language of the session. */
  readonly values: JsonObject;
  /** What is not known for sure, a sentence each. */
  readonly notes: readonly string[];
}

/** A session as far as it counts here: live ones and tests read different values. */
export interface SessionThen {
  readonly kind: AccountValueKind;
  readonly from: Instant;
  readonly to: Instant;
  readonly language: string;
  readonly sourceLanguage: string;
}

/** The account values of some keys as they were when a session began: as they are now, with later changes taken back. */
export async function valuesThen(
  account: AccountId,
  keys: readonly string[],
  session: SessionThen,
): Promise<ValuesThen> {
  const types: { [key: string]: ValueType } = {};
  const values: { [key: string]: Json } = {};
  const notes: string[] = [];
  for (const key of keys) {
    const value = key as AccountValue['key'];
    const [now, history] = await Promise.all([
      call(valueRoutes.read, { account, value }),
      call(valueRoutes.history, { account, value }, { query: { limit: 200 } }),
    ]);
    if (!now.ok || !history.ok) {
      notes.push(`The account value “${key}” could not be read, so the test does not give it`);
      continue;
    }
    const changes = history.value.items;
    if (changes.some(({ at }) => at > session.from && at <= session.to)) {
      notes.push(`“${now.value.label}” was changed while the session ran: the test gives what it was before`);
    }
    const then = valueAt(now.value, changes, session);
    if (then === undefined) continue;
    types[key] = typeOfAccountValue(now.value.type);
    values[key] = then;
  }
  const read = valuesIn({ types, values }, session.language, session.sourceLanguage);
  return { values: { ...read }, notes };
}

/** What it was; undefined where there was no such value yet. */
function valueAt(
  now: Pick<AccountValue, 'live' | 'test'>,
  changes: readonly ValueChange[],
  { kind, from }: SessionThen,
): Json | undefined {
  let { live, test } = now;
  for (const { at, did, before } of changes) {
    if (at <= from) break;
    if (did === 'made') return undefined;
    live = own(before as JsonObject, 'live') ?? live;
    if (Object.hasOwn(before, 'test')) test = before.test ?? null;
  }
  return kind === 'test' ? (test ?? live) : live;
}
