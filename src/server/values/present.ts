import type { AccountValueKey } from '#api/identifier.ts';
import type { AccountValue, ValueChange } from '#api/values.ts';
import { ACCOUNT_VALUE_TYPES } from '#contract/account-values.ts';
import { invariant } from '#prelude/assert-never.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { AccountValueRow } from '#store/queries/account-values.ts';
import type { Row } from '#store/tables.ts';
import { readDetails } from '../audit/present.ts';
import type { Names } from '../names.ts';
import type { Act } from '../record.ts';
import { abilities, allows, type Member } from '../who.ts';

export function objectOfValue(key: string): string {
  return `value:${key}`;
}

/** Pages write it themselves, from the revision that they show. */
export function tagOfValue({ revision }: Pick<AccountValueRow, 'revision'>): string {
  return `"${revision}"`;
}

export function presentValue(row: AccountValueRow, names: Names, who: Member): AccountValue {
  const type = ACCOUNT_VALUE_TYPES.find((known) => known === row.type);
  invariant(type, 'what is stored was checked');
  const change = allows(who, 'values.change');
  return {
    key: row.key as AccountValueKey,
    label: row.label,
    description: row.description,
    type,
    live: row.live,
    test: row.test,
    revision: row.revision,
    changedAt: row.changed_at,
    changedBy: names.of(row.changed_by),
    abilities: abilities({ change, delete: change }),
  };
}

const DID = {
  'value.made': 'made',
  'value.changed': 'changed',
  'value.deleted': 'deleted',
} as const satisfies { readonly [act in Act]?: ValueChange['did'] };

/** An entry of the audit log as a line of the history of a value. */
export function presentChange(entry: Row<'audit_entries'>, names: Names): ValueChange | undefined {
  const did = Object.entries(DID).find(([act]) => act === entry.action)?.[1];
  if (!did) return undefined;
  const { why, set } = readDetails(entry.details);
  const part = (name: string) => partOf(set, name);
  return {
    number: entry.n,
    at: entry.at,
    by: names.of(entry.actor),
    did,
    before: part('before'),
    after: part('after'),
    why,
  };
}

function partOf(details: JsonObject, name: string): Record<string, Json> {
  const part = details[name];
  return isJsonObject(part) ? (part as Record<string, Json>) : {};
}
