import { addressOf } from '#api/address.ts';
import { type LibraryServer, readLibrary } from '#api/read-library.ts';
import { type PinnedVersion, versionRoutes } from '#api/versions.ts';
import { calleesOf } from '#checks/callees.ts';
import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Library, Pins } from '#format/library.ts';
import { readInteraction } from '#format/read.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { call } from '../server/call.ts';

/** What was read already. What is published never changes, nor what it is pinned to. */
export interface Read {
  readonly files: Map<string, Interaction>;
  readonly pins: Map<string, readonly PinnedVersion[]>;
  /** Which version of an Interaction would be pinned, as the server said last: it may be away now. */
  readonly newest: Map<string, number>;
}

/** Where versions are read: an account, and what was read before. */
export interface Shelf {
  readonly account: AccountId;
  readonly catalog: Catalog;
  readonly read: Read;
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
      const version = await versionToRun(id, shelf);
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
export async function versionToRun(interaction: InteractionId, { account, read }: Shelf): Promise<number | undefined> {
  const name = `${account}/${interaction}`;
  const versions = await call(versionRoutes.list, { account, interaction });
  if (!versions.ok) return read.newest.get(name);
  const { items } = versions.value;
  const version = (items.find(({ status }) => status === 'live') ?? items[0])?.number;
  if (version === undefined) read.newest.delete(name);
  else read.newest.set(name, version);
  return version;
}

function serverOf({ account, catalog, read }: Shelf): LibraryServer {
  return {
    async pins(interaction, version) {
      const name = `${account}/${interaction}/${version}`;
      const known = read.pins.get(name);
      if (known) return known;
      const answer = await call(versionRoutes.pins, { account, interaction, version });
      if (answer.ok) read.pins.set(name, answer.value.items);
      return answer.ok ? answer.value.items : undefined;
    },
    async file(interaction, version) {
      const name = `${account}/${interaction}/${version}`;
      const known = read.files.get(name);
      if (known) return known;
      const file = await readVersion({ account, interaction, version }, catalog);
      if (file) read.files.set(name, file);
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
