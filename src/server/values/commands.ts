import { counts } from '#api/references.ts';
import { valueFault } from '#api/values.ts';
import { ACCOUNT_VALUE_TYPES, type AccountValueType } from '#contract/account-values.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { ok, type Result } from '#prelude/result.ts';
import {
  type AccountValueRow,
  countAccountValues,
  deleteAccountValue,
  findAccountValue,
  insertAccountValue,
  lockAccountValue,
  updateAccountValue,
} from '#store/queries/account-values.ts';
import { announce } from '../announce.ts';
import { tagMatches } from '../http/etag.ts';
import { type Act, type Doer, record } from '../record.ts';
import { referencesTo } from '../references/references-to.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Services } from '../services.ts';
import { objectOfValue, tagOfValue } from './present.ts';

type With = Pick<Services, 'accountValues' | 'knownReferences'>;

export interface ValueOrder {
  readonly key: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly type: AccountValueType;
  readonly live: Json;
  readonly test?: Json | undefined;
}

export async function makeValue(
  services: With,
  doer: Doer,
  order: ValueOrder,
): Promise<Result<AccountValueRow, Refusal>> {
  const { who, db, now } = doer;
  const value = { ...order, description: order.description ?? '', test: order.test ?? null };
  const wrong = faultsOf(order.type, value);
  if (wrong) return wrong;
  if ((await countAccountValues(who.scope, db)) >= LIMITS.accountValues) return refuse('value.too-many');
  const row = await insertAccountValue(who.scope, db, value, { by: who.person.id, at: now });
  if (!row) return refuse('value.key-taken');
  await tell(services, doer, 'value.made', row, { after: facesOf(row) });
  return ok(row);
}

export interface ValueChanges {
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  readonly live?: Json | undefined;
  readonly test?: Json | undefined;
  readonly why?: string | undefined;
}

export async function changeValue(
  services: With,
  doer: Doer,
  key: string,
  changes: ValueChanges,
  ifMatch: string | undefined,
): Promise<Result<AccountValueRow, Refusal>> {
  const { who, db, now } = doer;
  const before = await lockAccountValue(who.scope, db, key);
  if (!before) return refuse('not-found');
  if (!tagMatches(ifMatch, tagOfValue(before))) return refuse('object.changed');
  const value = {
    label: changes.label ?? before.label,
    description: changes.description ?? before.description,
    live: changes.live === undefined ? before.live : changes.live,
    test: changes.test === undefined ? before.test : changes.test,
  };
  const wrong = faultsOf(typeOf(before), value);
  if (wrong) return wrong;
  const changed = differences(facesOf(before), value);
  // Nothing to do: no revision, no line in the history.
  if (!changed) return ok(before);
  const after = await updateAccountValue(who.scope, db, key, value, { by: who.person.id, at: now });
  await tell(services, doer, 'value.changed', after, changed, changes.why);
  return ok(after);
}

/** @param known the asker knows that it may be in use, and deletes it all the same */
export async function deleteValue(
  services: With,
  doer: Doer,
  key: string,
  known: boolean,
  ifMatch: string | undefined,
): Promise<Result<undefined, Refusal>> {
  const { who, db } = doer;
  const row = await lockAccountValue(who.scope, db, key);
  if (!row) return refuse('not-found');
  if (!tagMatches(ifMatch, tagOfValue(row))) return refuse('object.changed');
  if (!known) {
    const look = { scope: who.scope, db, knownReferences: services.knownReferences };
    const uses = (await referencesTo(look, { kind: 'value', key })).filter(counts);
    if (uses.length > 0) return refuse('value.in-use', { beside: { uses } });
  }
  await deleteAccountValue(who.scope, db, key);
  await tell(services, doer, 'value.deleted', row, { before: facesOf(row) });
  return ok(undefined);
}

export async function foundValue({ who, db }: Doer, key: string): Promise<Result<AccountValueRow, Refusal>> {
  const row = await findAccountValue(who.scope, db, key);
  return row ? ok(row) : refuse('not-found');
}

function typeOf(row: AccountValueRow): AccountValueType {
  const type = ACCOUNT_VALUE_TYPES.find((known) => known === row.type);
  invariant(type, 'what is stored was checked');
  return type;
}

function faultsOf(type: AccountValueType, value: { readonly live: Json; readonly test: Json }) {
  const fields = (['live', 'test'] as const).flatMap((field) => {
    if (field === 'test' && value.test === null) return [];
    const message = valueFault(type, value[field]);
    return message === undefined ? [] : [{ field: `body.${field}`, code: 'wrong', message }];
  });
  return fields.length > 0 ? refuse('request.invalid', { fields }) : undefined;
}

interface Faces {
  readonly label: string;
  readonly description: string;
  readonly live: Json;
  readonly test: Json;
}

function facesOf({ label, description, live, test }: AccountValueRow): Faces & JsonObject {
  return { label, description, live, test };
}

function differences(before: Faces, after: Faces): { before: JsonObject; after: JsonObject } | undefined {
  const names = (['label', 'description', 'live', 'test'] as const).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (names.length === 0) return undefined;
  const pick = (faces: Faces) => Object.fromEntries(names.map((name) => [name, faces[name]]));
  return { before: pick(before), after: pick(after) };
}

async function tell(
  { accountValues }: With,
  doer: Doer,
  act: Act,
  { key, label }: Pick<AccountValueRow, 'key' | 'label'>,
  details: JsonObject,
  why?: string,
): Promise<void> {
  accountValues.changing(doer.who.scope);
  await announce(doer.who.scope, doer.db, { kind: 'values.changed' });
  await record(doer, act, { object: objectOfValue(key), title: label }, { details, ...(why ? { why } : {}) });
}
