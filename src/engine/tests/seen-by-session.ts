import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import type { SessionEvent } from '#contract/event.ts';
import { type BuiltInsRead, builtInsRead } from '#format/built-ins-read.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Program } from '../program.ts';

/** What a recorder is told of a session beside its log. */
export interface Surroundings {
  /** The account's values as the session read them, by key. */
  readonly values?: JsonObject;
  /** Where it asked for dates and times; UTC unless given. */
  readonly timeZone?: string;
}

/** Built-in values that tell of a person. */
const PERSONAL: ReadonlySet<string> = new Set(['agent', 'customer', 'caller', 'session']);

/** Those that are told of a session once and for all. */
const OF_SESSION = ['agent', 'customer', 'caller', 'channel', 'queue', 'client', 'session'] as const;

/** The part of `given` that no variable holds: of what the session saw that which the Interaction reads. */
export function seenBySession(
  program: Program,
  started: (SessionEvent & { kind: 'session-started' }) | undefined,
  { values = {} }: Surroundings,
  hidesPersonal: boolean,
): { readonly given: JsonObject; readonly notes: readonly string[] } {
  const read = readBy(program);
  const given: { [name: string]: Json } = {};
  const notes: string[] = [];
  for (const name of OF_SESSION) {
    const value = read.has(name) ? started?.context[name] : undefined;
    if (value === undefined) continue;
    if (hidesPersonal && PERSONAL.has(name)) notes.push(`What it reads of the ${name} is personal and was left out`);
    else given[name] = value;
  }
  const kept = only(values, read.get(ACCOUNT_VALUES));
  if (Object.keys(kept).length > 0) given[ACCOUNT_VALUES] = kept;
  if (started && started.language !== program.sourceLanguage) given.language = started.language;
  return { given: onlyOf(given), notes };

  /** Of an agent that only which is read. */
  function onlyOf(all: JsonObject): JsonObject {
    const { agent } = all;
    return isJsonObject(agent) ? { ...all, agent: only(agent, read.get('agent')) } : all;
  }
}

function only(record: JsonObject, fields: ReadonlySet<string | undefined> | undefined): JsonObject {
  if (!fields) return {};
  return Object.fromEntries(Object.entries(record).filter(([key]) => fields.has(key) || fields.has(undefined)));
}

/** What an Interaction reads, and those that it runs, however deep. */
export function readBy(program: Program): BuiltInsRead {
  const all = new Map<string, Set<string | undefined>>();
  const seen = new Set<Program>();
  const look = (one: Program) => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const [name, fields] of builtInsRead(one.elements.values(), one.interaction.variables)) {
      all.set(name, new Set([...(all.get(name) ?? []), ...fields]));
    }
    for (const { type, settings } of one.elements.values()) {
      for (const { kind, key } of type.references?.(settings) ?? []) {
        const callee = kind === 'interaction' ? one.callee(key as Program['interaction']['id']) : undefined;
        if (callee) look(callee);
      }
    }
  };
  look(program);
  return all;
}
