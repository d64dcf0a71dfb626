import type { ConnectionSide } from '#api/connections.ts';
import type { AccountId, ConnectionKey } from '#prelude/ids.ts';
import type { SecretPlace } from './secret-box.ts';

/** Every place that a sealed secret can belong to. */
export function connectionPlace(account: AccountId, key: ConnectionKey, side: ConnectionSide): SecretPlace {
  return { account, of: `connection:${key}:${side}` };
}

export function mailPlace(account: AccountId): SecretPlace {
  return { account, of: 'mail' };
}
