import { addressOf } from '#api/address.ts';
import { versionRoutes } from '#api/versions.ts';
import { calleesOf } from '#checks/callees.ts';
import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { call } from '../server/call.ts';

/** The files of an account that were read already. */
export type ReadFiles = Map<InteractionId, Promise<Interaction | undefined>>;

/**
 * The Interactions that one calls, directly or through others, in the versions that publishing it now would pin. Those
 * that the account does not have, or that may not be seen, are left out: a run fails where it gets there, and says so.
 */
export async function calledInteractions(
  interaction: Interaction,
  catalog: Catalog,
  account: AccountId,
  read: ReadFiles,
): Promise<readonly Interaction[]> {
  const found = new Map<InteractionId, Interaction>();
  const wanted = [...calleesOf(interaction, catalog)];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (id === interaction.id || found.has(id)) continue;
    const reading = read.get(id) ?? readPublished(account, id, catalog);
    read.set(id, reading);
    const callee = await reading;
    if (!callee) {
      // Perhaps it is published a moment later.
      read.delete(id);
      continue;
    }
    found.set(id, callee);
    wanted.push(...calleesOf(callee, catalog));
  }
  return [...found.values()];
}

async function readPublished(
  account: AccountId,
  interaction: InteractionId,
  catalog: Catalog,
): Promise<Interaction | undefined> {
  const versions = await call(versionRoutes.list, { account, interaction });
  if (!versions.ok) return undefined;
  const { items } = versions.value;
  const version = items.find(({ status }) => status === 'live') ?? items[0];
  return version && readVersion({ account, interaction, version: version.number }, catalog);
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
