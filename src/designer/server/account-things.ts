import { connectionRoutes } from '#api/connections.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { teamRoutes } from '#api/teams.ts';
import type { AccountId } from '#prelude/ids.ts';
import type { Result } from '#prelude/result.ts';
import { call } from './call.ts';

/** The things of an account that settings name by a key. */
export type ThingKind = 'connection' | 'interaction' | 'team';

/** Something of the account as a list offers it. */
export interface AccountThing {
  readonly key: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly description?: string;
}

/** Undefined: it could not be asked, or may not be seen. */
export type AccountThings = Readonly<Record<ThingKind, readonly AccountThing[] | undefined>>;

/** Asks an account what settings may name. */
export async function readThings(account: AccountId): Promise<AccountThings> {
  const [connection, interaction, team] = await Promise.all([
    everyPage((cursor) => call(connectionRoutes.list, { account }, { query: { limit: MOST, ...cursor } })),
    everyPage((cursor) => call(interactionRoutes.list, { account }, { query: { limit: MOST, ...cursor } })),
    everyPage(() => call(teamRoutes.list, { account })),
  ]);
  return {
    connection: connection?.map(({ key, name, ready }) => ({ key, label: name, description: setUp(key, ready) })),
    interaction: interaction?.map(({ id, name, folder, statusText }) => ({
      key: id,
      label: name,
      description: folder ? `${folder.name} · ${statusText}` : statusText,
    })),
    team: team?.map(({ id, name }) => ({ key: id, label: name })),
  };
}

/** `crm`, and what nobody has entered yet. */
function setUp(key: string, { live, test }: { readonly live: boolean; readonly test: boolean }): string {
  if (live && test) return key;
  if (!live && !test) return `${key} · not set up yet`;
  return live ? `${key} · not set up for tests` : `${key} · not set up for customers`;
}

/** Items of one page, and pages that are read: an account with more of them has its keys typed. */
const MOST = 200;
const MOST_PAGES = 10;

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

async function everyPage<Item>(
  read: (cursor: { readonly cursor?: string }) => Promise<Result<PageOf<Item>, unknown>>,
): Promise<readonly Item[] | undefined> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await read(cursor === undefined ? {} : { cursor });
    if (!answer.ok) return undefined;
    items.push(...answer.value.items);
    cursor = answer.value.next;
    if (cursor === undefined) return items;
  }
  return undefined;
}
