import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import type { Interaction } from '#format/interaction.ts';
import { isNamed } from '#format/test-given.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';

/** One thing that a test gives: its name, and within a record the field of it, `['values', 'outage_notice']`. */
export type GivenPlace = readonly [name: string, field?: string];

/** The records whose fields are given one by one. */
const RECORDS: ReadonlySet<string> = new Set(['agent', ACCOUNT_VALUES]);

/** What a test gives, one place for each thing. */
export function placesIn(given: JsonObject, variables: Interaction['variables']): readonly GivenPlace[] {
  return Object.entries(given).flatMap(([name, value]): GivenPlace[] =>
    isRecord(name, variables) && isJsonObject(value)
      ? Object.keys(value).map((field): GivenPlace => [name, field])
      : [[name]],
  );
}

function isRecord(name: string, variables: Interaction['variables']): boolean {
  return RECORDS.has(name) && isNamed(name, variables);
}

export function givenAt(given: JsonObject, [name, field]: GivenPlace): Json | undefined {
  const value = given[name];
  if (field === undefined) return value;
  return isJsonObject(value) ? value[field] : undefined;
}

/** With another value at a place; undefined takes it away, and with its last field the record. */
export function withGiven(given: JsonObject, [name, field]: GivenPlace, value: Json | undefined): JsonObject {
  if (field === undefined) return withMember(given, name, value);
  const record = given[name];
  const changed = withMember(isJsonObject(record) ? record : {}, field, value);
  return withMember(given, name, Object.keys(changed).length === 0 ? undefined : changed);
}

function withMember(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [key]: value };
  const { [key]: _removed, ...rest } = object;
  return rest;
}
