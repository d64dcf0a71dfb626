import type { ConnectionSide, HttpSettingsToSet } from '#api/connections.ts';
import type { ProblemField } from '#api/errors.ts';
import { isLiveUse } from '#api/references.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { ok, type Result } from '#prelude/result.ts';
import {
  deleteConnection as deleteRow,
  findConnection,
  insertConnection,
  lockConnection,
  type StoredSide,
  updateConnection,
} from '#store/queries/connections.ts';
import type { Row } from '#store/tables.ts';
import { tagMatches } from '../http/etag.ts';
import { type Doer, record } from '../record.ts';
import { referencesTo } from '../references/references-to.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Services } from '../services.ts';
import { tagOfConnection } from './present.ts';
import { settingsOf } from './settings.ts';
import { sideToStore } from './side.ts';

type Needed = Pick<Services, 'secrets' | 'outgoing' | 'breakers' | 'knownReferences'>;

/** What is entered: a side that is null is not set up, one that is left out stays as it is. */
interface Entered {
  readonly name?: string | undefined;
  readonly live?: HttpSettingsToSet | null | undefined;
  readonly test?: HttpSettingsToSet | null | undefined;
}

export async function makeConnection(
  doer: Doer,
  services: Needed,
  {
    key,
    kind,
    name,
    ...sides
  }: { readonly key: ConnectionKey; readonly kind: 'http'; readonly name: string } & Entered,
): Promise<Result<Row<'connections'>, Refusal>> {
  const { who, db, now } = doer;
  const stored = sidesToStore(doer, services, key, sides, undefined);
  if (!stored.ok) return stored;
  const { live = null, test = null } = stored.value;
  const act = { by: who.person.id, at: now };
  if (!(await insertConnection(who.scope, db, { key, kind, name, live, test }, act))) {
    return refuse('connection.key-taken');
  }
  await note(doer, 'connection.made', { key, name }, detailsOf({ live, test }, sides));
  return asItIs(doer, key);
}

export async function changeConnection(
  doer: Doer,
  services: Needed,
  key: ConnectionKey,
  entered: Entered,
  ifMatch: string | undefined,
): Promise<Result<Row<'connections'>, Refusal>> {
  const { who, db, now } = doer;
  const before = await lockConnection(who.scope, db, key);
  if (!before) return refuse('not-found');
  if (!tagMatches(ifMatch, tagOfConnection(before))) return refuse('object.changed');
  const stored = sidesToStore(doer, services, key, entered, before);
  if (!stored.ok) return stored;
  const name = entered.name ?? before.name;
  await updateConnection(who.scope, db, key, { name, ...stored.value }, { by: who.person.id, at: now });
  services.breakers.forget(who.account, key);
  await note(doer, 'connection.changed', { key, name }, detailsOf(stored.value, entered));
  return asItIs(doer, key);
}

/** Refused while customers are served with it; versions that are not live, and working copies, are no reason. */
export async function deleteConnection(
  doer: Doer,
  { breakers, knownReferences }: Needed,
  key: ConnectionKey,
): Promise<Result<undefined, Refusal>> {
  const { who, db } = doer;
  const row = await lockConnection(who.scope, db, key);
  if (!row) return refuse('not-found');
  const look = { scope: who.scope, db, knownReferences };
  const uses = await referencesTo(look, { kind: 'connection', key });
  if (uses.some(isLiveUse)) return refuse('connection.in-use');
  await deleteRow(who.scope, db, key);
  breakers.forget(who.account, key);
  await note(doer, 'connection.deleted', row, {});
  return ok(undefined);
}

/** Everything but what is secret, and what may hold secrets by mistake: addresses have paths, headers have values. */
function detailsOf(stored: Sides, entered: Entered): JsonObject {
  const of = (side: ConnectionSide): JsonObject | null | undefined => {
    const after = stored[side];
    const toSet = entered[side];
    if (after === undefined || toSet === undefined) return undefined;
    if (after === null || toSet === null) return null;
    const { authentication, baseUrl, headers, timeLimit, retries } = toSet;
    const secret = authentication.kind !== 'none' && authentication.secret !== undefined;
    return {
      server: new URL(baseUrl).host,
      authentication: authentication.kind,
      ...(secret ? { secret: 'replaced' } : {}),
      headers: headers.map((header) => header.name),
      timeLimit,
      retries,
    };
  };
  return { live: of('live'), test: of('test') };
}

interface Sides {
  readonly live?: StoredSide | null;
  readonly test?: StoredSide | null;
}

function sidesToStore(
  { who }: Doer,
  { secrets, outgoing }: Needed,
  key: ConnectionKey,
  entered: Entered,
  before: Row<'connections'> | undefined,
): Result<Sides, Refusal> {
  const fields: ProblemField[] = [];
  const stored: { live?: StoredSide | null; test?: StoredSide | null } = {};
  for (const side of ['live', 'test'] as const) {
    const toSet = entered[side];
    if (toSet === undefined) continue;
    if (toSet === null) stored[side] = null;
    else {
      const context = { scope: who.scope, key, side, secrets, allowPrivate: outgoing.allowPrivate };
      const made = sideToStore(toSet, before && settingsOf(before, side), context);
      if (made.ok) stored[side] = made.value;
      else fields.push(made.error);
    }
  }
  return fields.length > 0 ? refuse('request.invalid', { fields }) : ok(stored);
}

async function asItIs({ who, db }: Doer, key: ConnectionKey): Promise<Result<Row<'connections'>, Refusal>> {
  const row = await findConnection(who.scope, db, key);
  return row ? ok(row) : refuse('not-found');
}

function note(
  doer: Doer,
  act: 'connection.made' | 'connection.changed' | 'connection.deleted',
  { key, name }: { readonly key: ConnectionKey; readonly name: string },
  details: JsonObject,
): Promise<void> {
  return record(doer, act, { object: `connection:${key}`, title: name }, { details });
}
