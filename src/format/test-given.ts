import * as z from 'zod';
import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import { LANGUAGE_PATTERN } from '#contract/localized-text.ts';
import { DateTime } from '#expressions/values/date-time.ts';
import { instantOf, zoneOffset } from '#prelude/calendar.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Interaction } from './interaction.ts';
import type { BUILT_IN_SCOPE } from './scope.ts';

const words = z.string().max(LIMITS.shortText);
/** Any value; one object, so that the published schema names it once. */
export const json: z.ZodType<Json> = z.json();

/** Everything of a run that a test may give beside values of variables. Each has a default, so that none has to be given. */
const NAMED = {
  agent: z
    .strictObject({ name: words.optional(), team: words.optional() })
    .describe('Who runs the session: {"name": "Ann", "team": "Billing"}.'),
  customer: json.describe('Who is served.'),
  caller: words.describe('The number that calls.'),
  channel: words.describe('How the customer came: voice, chat, e-mail …'),
  queue: words.describe('The queue that the contact came from.'),
  client: words.describe('Where the session runs: agent-desk, web …; api when left out.'),
  session: words.describe('The id of the session.'),
  language: z
    .string()
    .regex(LANGUAGE_PATTERN, 'a language is written like en or pt-BR')
    .describe('One of the languages of the Interaction; its first one when left out.'),
  [ACCOUNT_VALUES]: z
    .record(z.string().regex(ID_PATTERN, 'an account value is named by its key'), json)
    .describe('Account values by key, as they are read in the language of the run; those left out are not there.'),
  timeZone: z
    .string()
    .max(100)
    .regex(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/, 'a time zone is written like Europe/Berlin')
    .describe('Where dates and times without a zone are meant, like Europe/Berlin; UTC when left out.'),
  now: z
    .string()
    .max(40)
    .refine((text) => momentOf(text, 'UTC') !== undefined, 'a moment is written like 2026-01-31T10:00:00')
    .describe('The moment of the run, like 2026-01-31T10:00:00 in its time zone; that of the machine when left out.'),
} as const satisfies Record<keyof typeof BUILT_IN_SCOPE | 'timeZone' | 'now', z.ZodType>;

/** Each by itself: of all together the compiler would make one type without end. */
function schemaOf(name: GivenName): z.ZodType {
  return NAMED[name];
}

export type GivenName = keyof typeof NAMED;

export const GIVEN_NAMES = Object.keys(NAMED) as readonly GivenName[];

/** `given` in the schema of the file. A variable may have one of the names, so their forms are looked at apart. */
export const testGiven = z
  .object(
    Object.fromEntries(GIVEN_NAMES.map((name) => [name, json.optional().describe(NAMED[name].description ?? '')])),
  )
  .catchall(json)
  .describe('What holds as the run begins: values of variables by key, and what the names here say.');

/** What a test gives, told apart. */
export interface TestGiven {
  readonly variables: JsonObject;
  /** Built-in values by the names that expressions use. */
  readonly context: JsonObject;
  /** Account values by key. */
  readonly values?: JsonObject;
  readonly client?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly now?: string;
}

/** Tells apart what a test gives. A variable of the Interaction stands before what else has its name, as in a run. */
export function readGiven(given: JsonObject, variables: Interaction['variables']): TestGiven {
  const own: { [key: string]: Json } = {};
  const named: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    (isNamed(key, variables) ? named : own)[key] = value;
  }
  const { [ACCOUNT_VALUES]: values, client, language, timeZone, now, ...context } = named;
  return {
    variables: own,
    context,
    ...(isJsonObject(values) ? { values } : {}),
    ...(typeof client === 'string' ? { client } : {}),
    ...(typeof language === 'string' ? { language } : {}),
    ...(typeof timeZone === 'string' ? { timeZone } : {}),
    ...(typeof now === 'string' ? { now } : {}),
  };
}

/** Whether a name in `given` is more than that of a variable. */
export function isNamed(name: string, variables: Interaction['variables']): name is GivenName {
  return Object.hasOwn(NAMED, name) && !Object.hasOwn(variables, name);
}

/** What is wrong with the forms of what a test gives, each with its place below `given`. */
export function givenMistakes(
  given: JsonObject,
  variables: object,
): readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  return Object.entries(given).flatMap(([key, value]) => {
    if (!isNamed(key, variables as Interaction['variables'])) return [];
    const read = schemaOf(key).safeParse(value);
    return (read.error?.issues ?? []).map(({ path, message }) => ({ path: [key, ...path], message }));
  });
}

/** What is wrong with one of them, in a sentence; undefined where nothing is. */
export function givenFault(name: GivenName, value: Json): string | undefined {
  return schemaOf(name).safeParse(value).error?.issues[0]?.message;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/;

/** The moment that `now` names, in the zone where it has no offset of its own; undefined for what is none. */
export function momentOf(now: string, zone: string): Instant | undefined {
  const found = MOMENT.exec(now);
  if (!found) return undefined;
  const [, seconds, offset = ''] = found;
  const local = now.slice(0, now.length - offset.length);
  return instantOf(`${local}${seconds === undefined ? ':00' : ''}${offset}`, zone);
}

/** A moment as `now` holds it: as the clocks of the zone show it; where they show that twice, in UTC. */
export function momentText(moment: Instant, zone: string): string {
  const seconds = Math.floor(moment / 1000);
  const text = clockText(seconds + (zoneOffset(zone, seconds) ?? 0));
  return momentOf(text, zone) === seconds * 1000 ? text : `${clockText(seconds)}Z`;
}

function clockText(seconds: number): string {
  return `${DateTime.ofLocalNanos(BigInt(seconds) * 1_000_000_000n, undefined)}`;
}
