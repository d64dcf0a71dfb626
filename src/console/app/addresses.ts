import type { AccountValueKey } from '#api/identifier.ts';
import type { AccountId, ConnectionKey, ElementId, InteractionId, SessionId } from '#prelude/ids.ts';

/** The tabs of an Interaction's page, in order; each has its own address. */
export const INTERACTION_TABS = ['overview', 'versions', 'review', 'reports', 'change-requests', 'history'] as const;

export type InteractionTab = (typeof INTERACTION_TABS)[number];

/** The pages of the administration section; each has its own address. */
export const ADMINISTRATION_TABS = [
  'people',
  'teams',
  'account',
  'values',
  'outcomes',
  'connections',
  'mail',
  'api-keys',
  'audit-log',
  'trash',
] as const;

export type AdministrationTab = (typeof ADMINISTRATION_TABS)[number];

type Search = { readonly [key: string]: string | number | undefined };

/** An address of the console. The account is part of it, so that a link opens the same for everybody. */
function address(account: AccountId, path: string, search: Search = {}): string {
  const query = new URLSearchParams({ account });
  for (const [key, value] of Object.entries(search)) if (value !== undefined) query.set(key, String(value));
  return `/console${path}?${query}`;
}

export function interactionsAddress(account: AccountId): string {
  return address(account, '/interactions');
}

export function interactionAddress(
  account: AccountId,
  interaction: InteractionId,
  tab: InteractionTab = 'overview',
  search?: Search,
): string {
  return address(account, `/interactions/${interaction}/${tab}`, search);
}

export function testRunAddress(account: AccountId, interaction: InteractionId, version: number): string {
  return address(account, `/interactions/${interaction}/versions/${version}/test`);
}

export function sessionAddress(account: AccountId, session: SessionId, step?: number): string {
  return address(account, `/sessions/${session}`, { step });
}

export function administrationAddress(account: AccountId, tab: AdministrationTab = 'people'): string {
  return address(account, `/administration/${tab}`);
}

export function valueAddress(account: AccountId, value: AccountValueKey): string {
  return address(account, `/administration/values/${value}`);
}

export function connectionAddress(account: AccountId, connection: ConnectionKey): string {
  return address(account, `/administration/connections/${connection}`);
}

export function changeRequestsAddress(account: AccountId): string {
  return address(account, '/change-requests');
}

/** Opens the newest content in the designer, at an element. */
export function designerAddress(account: AccountId, interaction: InteractionId, element?: ElementId): string {
  const place = element ? `#${element}` : '';
  return `/designer?${new URLSearchParams({ account, interaction })}${place}`;
}

/** The designer, which makes a test of a session in the working copy. */
export function keepAsTestAddress(account: AccountId, interaction: InteractionId, session: SessionId): string {
  return `/designer?${new URLSearchParams({ account, interaction, keep: session })}`;
}
