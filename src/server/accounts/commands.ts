import type { AccountSettings } from '#api/accounts.ts';
import { isTimeZone } from '#prelude/calendar.ts';
import type { AccountId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import { findAccount, insertAccount, updateAccount } from '#store/queries/accounts.ts';
import { insertOutcomes, type NewOutcome } from '#store/queries/outcomes.ts';
import { accountScope } from '#store/scope.ts';
import type { Row } from '#store/tables.ts';
import { announce } from '../announce.ts';
import { tagMatches } from '../http/etag.ts';
import { STARTING_OUTCOMES } from '../outcomes/starting-set.ts';
import { type Doer, record } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Services } from '../services.ts';
import { tagOfAccount } from './present.ts';
import { DEFAULT_SETTINGS, settingsOf, withChanges } from './settings.ts';

export type SettingsChanges = { readonly [K in keyof AccountSettings]?: AccountSettings[K] | undefined };

/** Makes an account with nobody in it, and the outcomes that each one begins with. */
export async function createAccount(
  db: Db,
  account: {
    readonly id: AccountId;
    readonly name: string;
    readonly demo?: boolean;
    readonly settings?: SettingsChanges;
    /** Others than those that every account begins with. */
    readonly outcomes?: readonly NewOutcome[];
  },
  now: Instant,
): Promise<void> {
  const settings = { ...withChanges(DEFAULT_SETTINGS, account.settings ?? {}), demo: account.demo ?? false };
  const scope = accountScope(account.id);
  await insertAccount(db, { id: account.id, name: account.name, settings, created_at: now });
  await insertOutcomes(scope, db, account.outcomes ?? STARTING_OUTCOMES);
}

export async function changeAccount(
  { accountValues }: Pick<Services, 'accountValues'>,
  doer: Doer,
  changes: { readonly name?: string | undefined; readonly settings?: SettingsChanges | undefined },
  ifMatch: string | undefined,
): Promise<Result<Row<'accounts'>, Refusal>> {
  const { who, db } = doer;
  const before = await findAccount(who.scope, db);
  if (!before) return refuse('not-found');
  if (!tagMatches(ifMatch, tagOfAccount(before))) return refuse('object.changed');
  if (changes.settings?.timeZone !== undefined && !isTimeZone(changes.settings.timeZone)) {
    const field = 'body.settings.timeZone';
    return refuse('request.invalid', { fields: [{ field, code: 'unknown', message: 'There is no such time zone' }] });
  }
  const settings = { ...before.settings, ...withChanges(settingsOf(before), changes.settings ?? {}) };
  const name = changes.name ?? before.name;
  await updateAccount(who.scope, db, { name, settings });
  if (settings.timeZone !== settingsOf(before).timeZone) {
    // Sessions read it with the values.
    accountValues.changing(who.scope);
    await announce(who.scope, db, { kind: 'values.changed' });
  }
  const details = { name, ...settings };
  await record(doer, 'account.changed', { object: `account:${who.account}`, title: name }, { details });
  return ok({ ...before, name, settings });
}
