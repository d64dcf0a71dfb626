import * as z from 'zod';
import { type ConnectionSide, type HttpSettings, httpSettings } from '#api/connections.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import type { AccountScope } from '#store/scope.ts';
import type { Row } from '#store/tables.ts';
import { connectionPlace } from '../secrets/places.ts';
import type { SecretBox } from '../secrets/secret-box.ts';

/** As they stand in the database: the secret stands beside them, sealed. */
const stored = httpSettings.extend({
  authentication: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('basic'), user: z.string() }),
    z.strictObject({ kind: z.literal('bearer') }),
    z.strictObject({ kind: z.literal('header'), name: z.string() }),
  ]),
});

export type StoredHttpSettings = z.infer<typeof stored>;

/** One side of a connection as the database has it. */
export interface ConnectionSettings {
  readonly settings: StoredHttpSettings;
  readonly sealed: string | null;
}

/** The settings of one side; undefined until they are entered. */
export function settingsOf(row: Row<'connections'>, side: ConnectionSide): ConnectionSettings | undefined {
  const settings = row[side];
  if (settings === null) return undefined;
  return { settings: stored.parse(settings), sealed: side === 'live' ? row.live_secret : row.test_secret };
}

/** The same as people see them: of the secret only whether it is there. */
export function shownSettings(
  { settings, sealed }: ConnectionSettings,
  { scope, key, side }: { readonly scope: AccountScope; readonly key: ConnectionKey; readonly side: ConnectionSide },
  secrets: SecretBox,
): HttpSettings {
  const { authentication, ...shared } = settings;
  if (authentication.kind === 'none') return { ...shared, authentication };
  const opens = sealed !== null && secrets.open(connectionPlace(scope.account, key, side), sealed).ok;
  const secret = sealed === null ? 'none' : opens ? 'set' : 'unreadable';
  return { ...shared, authentication: { ...authentication, secret } };
}
