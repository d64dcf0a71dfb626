import type { AuditEntry } from '#api/audit.ts';
import type { Client } from '#api/clients.ts';
import { ROLE_TABLE, type Role } from '#api/permissions.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { CLIENT_WORDS } from '../words/names.ts';

/** What each act is in a sentence between who did it and what it was done to. */
const VERBS: { readonly [act: string]: string } = {
  'account.made': 'made the account',
  'account.changed': 'changed the settings of',
  'user.added': 'added',
  'user.changed': 'changed',
  'team.made': 'made the team',
  'team.renamed': 'renamed the team',
  'team.deleted': 'deleted the team',
  'team.joined': 'put somebody into the team',
  'team.left': 'took somebody out of the team',
  'api-key.made': 'made the API key',
  'api-key.withdrawn': 'withdrew the API key',
  'connection.made': 'made the connection',
  'connection.changed': 'changed the connection',
  'connection.deleted': 'deleted the connection',
  'connection.tried': 'tried the connection',
  'mail.changed': 'set up',
  'mail.removed': 'removed the settings of',
  'mail.tried': 'tried',
  'folder.made': 'made the folder',
  'folder.renamed': 'renamed the folder',
  'folder.deleted': 'deleted the folder',
  'value.made': 'made the account value',
  'value.changed': 'changed the account value',
  'value.deleted': 'deleted the account value',
  'outcome.made': 'made the outcome',
  'outcome.changed': 'changed the outcome',
  'outcome.merged': 'merged the outcome',
  'outcome.deleted': 'deleted the outcome',
  'outcomes.arranged': 'arranged',
  'interaction.changed': 'changed',
  'interaction.deleted': 'moved to the trash',
  'interaction.restored': 'restored from the trash',
  'interaction.removed': 'emptied the trash of',
  'version.published': 'published',
  'version.submitted': 'submitted for review',
  'version.changes-requested': 'requested changes to',
  'version.approved': 'approved',
  'version.made-live': 'made live',
  'version.retired': 'retired',
  'version.deleted': 'deleted',
  'change-request.opened': 'opened the change request',
  'change-request.changed': 'changed the change request',
  'working-copy.deleted': 'deleted the working copy',
};

export interface Sentence {
  readonly who: string;
  readonly did: string;
  readonly what: string;
}

/** `Ana Pérez approved Billing, version 4`, in its three parts. */
export function sentenceOf(entry: Pick<AuditEntry, 'who' | 'what' | 'title'>): Sentence {
  const verb = Object.hasOwn(VERBS, entry.what) ? VERBS[entry.what] : undefined;
  return { who: entry.who?.name ?? 'The server', did: verb ?? `(${entry.what})`, what: entry.title };
}

/** Hashes and ids tell a reader nothing; what they stand for is in the sentence. */
const UNSAID: ReadonlySet<string> = new Set(['content', 'folder']);

/** What was set, as `name: value`, for the line below. */
export function detailWords(details: AuditEntry['details']): string {
  return Object.entries(details)
    .filter(([name]) => !UNSAID.has(name))
    .map(([name, value]) => `${nameWords(name)}: ${valueWords(value)}`)
    .join(' · ');
}

/** `idleMinutes` → `idle minutes`. */
function nameWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_match, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}

function valueWords(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((one: Json) => valueWords(one)).join(', ');
  if (isJsonObject(value)) return recordWords(value);
  return wordOf(String(value));
}

/** What was before or came after, part by part: `live: 20; test: none`. */
function recordWords(record: JsonObject): string {
  return Object.entries(record)
    .map(([name, value]) => `${name}: ${valueWords(value)}`)
    .join('; ');
}

/** Roles and clients are stored by their keys. */
function wordOf(value: string): string {
  if (Object.hasOwn(ROLE_TABLE, value)) return ROLE_TABLE[value as Role].title;
  return Object.hasOwn(CLIENT_WORDS, value) ? CLIENT_WORDS[value as Client] : value;
}
