import { addressOf } from '#api/address.ts';
import { type LibraryServer, readLibrary } from '#api/read-library.ts';
import { versionRoutes } from '#api/versions.ts';
import { calleesOf } from '#checks/callees.ts';
import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Library, Pins } from '#format/library.ts';
import { readInteraction } from '#format/read.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { call } from '../server/call.ts';

/** Published files that were read already: what is published never changes. */
export type ReadFiles = Map<string, Promise<Interaction | undefined>>;

/** Where versions are read: an account, and what was read of it before. */
export interface Shelf {
  readonly account: AccountId;
  readonly catalog: Catalog;
  readonly read: ReadFiles;
}

/**
 * What an Interaction runs within itself, in the versions that publishing it now would pin. What the account does not
 * have, or may not be seen, is left out: a run fails where it gets there, and says so.
 */
export async function calledInteractions(interaction: Interaction, shelf: Shelf): Promise<Library> {
  const callees = calleesOf(interaction, shelf.catalog).filter((id) => id !== interaction.id);
  const pins: { [id: string]: number } = {};
  await Promise.all(
    callees.map(async (id) => {
      const version = await versionToRun(shelf.account, id);
      if (version !== undefined) pins[id] = version;
    }),
  );
  return readLibrary(pins, serverOf(shelf));
}

/** What a published version runs: what it was pinned to. */
export async function pinnedInteractions(interaction: InteractionId, version: number, shelf: Shelf): Promise<Library> {
  const server = serverOf(shelf);
  const [first] = (await server.pins(interaction, version)) ?? [];
  return readLibrary(first?.pins ?? ({} satisfies Pins), server);
}

/** The live version, else the newest: as the server chooses when something is published. */
async function versionToRun(account: AccountId, interaction: InteractionId): Promise<number | undefined> {
  const versions = await call(versionRoutes.list, { account, interaction });
  if (!versions.ok) return undefined;
  const { items } = versions.value;
  return (items.find(({ status }) => status === 'live') ?? items[0])?.number;
}

function serverOf({ account, catalog, read }: Shelf): LibraryServer {
  return {
    async pins(interaction, version) {
      const answer = await call(versionRoutes.pins, { account, interaction, version });
      return answer.ok ? answer.value.items : undefined;
    },
    async file(interaction, version) {
      const name = `${account}/${interaction}/${version}`;
      const reading = read.get(name) ?? readVersion({ account, interaction, version }, catalog);
      read.set(name, reading);
      const file = await reading;
      // Perhaps the server is there again a moment later.
      if (!file) read.delete(name);
      return file;
    },
  };
}

/** The file of one version; undefined where it cannot be had. */
export async function readVersion(
  place: { readonly account: AccountId; readonly interaction: InteractionId; readonly version: number },
  catalog: Catalog,
): Promise<Interaction | undefined> {
  try {
    const answer = await fetch(addressOf(versionRoutes.file, place), { credentials: 'same-origin' });
    const file = answer.ok ? readInteraction(await answer.text(), catalog) : undefined;
    return file?.ok ? file.value : undefined;
  } catch {
    // The server is away.
    return undefined;
  }
}
