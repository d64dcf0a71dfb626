import type { ConnectionSide, HttpSettingsToSet } from '#api/connections.ts';
import type { ProblemField } from '#api/errors.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { StoredSide } from '#store/queries/connections.ts';
import type { AccountScope } from '#store/scope.ts';
import { readCallTarget } from '../effects/call-target.ts';
import { connectionPlace } from '../secrets/places.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import type { ConnectionSettings, StoredHttpSettings } from './settings.ts';

export interface SideContext {
  readonly scope: AccountScope;
  readonly key: ConnectionKey;
  readonly side: ConnectionSide;
  readonly secrets: SecretBox;
  readonly allowPrivate: boolean;
}

/**
 * The settings of one side as they are stored: checked as a call will check them, their secret sealed. A secret that is
 * not given is kept from before, but only for the same server and the same way to authenticate; anywhere else it would
 * tell a stranger.
 */
export function sideToStore(
  toSet: HttpSettingsToSet,
  before: ConnectionSettings | undefined,
  context: SideContext,
): Result<StoredSide, ProblemField> {
  const { side, secrets, scope, key } = context;
  const target = readCallTarget(toSet.baseUrl, context.allowPrivate);
  if (!target.ok) return wrong(side, 'baseUrl', target.error.code, target.error.message);
  const { authentication, ...shared } = toSet;
  if (authentication.kind === 'none') return ok({ settings: { ...shared, authentication }, secret: null });
  const { secret, ...way } = authentication;
  const settings: StoredHttpSettings = { ...shared, authentication: way };
  if (secret !== undefined) {
    return ok({ settings, secret: secrets.seal(connectionPlace(scope.account, key, side), secret) });
  }
  if (before?.sealed && isForTheSame(before.settings, settings)) return ok({ settings, secret: before.sealed });
  const words = before?.sealed
    ? 'Enter the secret again: it was entered for another server or another way to authenticate.'
    : 'Enter the secret that the server asks for.';
  return wrong(side, 'authentication.secret', 'needed', words);
}

function isForTheSame(before: StoredHttpSettings, after: StoredHttpSettings): boolean {
  const isSameServer = new URL(before.baseUrl).origin === new URL(after.baseUrl).origin;
  return isSameServer && wayOf(before) === wayOf(after);
}

function wayOf({ authentication }: StoredHttpSettings): string {
  switch (authentication.kind) {
    case 'none':
    case 'bearer':
      return authentication.kind;
    case 'basic':
      return `basic ${authentication.user}`;
    case 'header':
      return `header ${authentication.name.toLowerCase()}`;
  }
}

function wrong(side: ConnectionSide, field: string, code: string, message: string) {
  return fail({ field: `body.${side}.${field}`, code, message });
}
