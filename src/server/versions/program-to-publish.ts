import { calleesOf } from '#checks/callees.ts';
import type { Catalog } from '#contract/element-type.ts';
import { compile, type Program } from '#engine/program.ts';
import { contentHash } from '#format/hash.ts';
import type { Interaction } from '#format/interaction.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { findPinnedFiles, findPins, type Pin, versionsToRun } from '#store/queries/version-pins.ts';
import type { AccountScope } from '#store/scope.ts';
import { compiled } from '../programs.ts';

export interface ToPublish {
  readonly program: Program;
  /** The versions of others that it runs. */
  readonly pins: readonly Pin[];
}

/**
 * What a file runs once it is published. A version of this content that is there keeps the versions of others that it runs
 * already, and gets those that it lacked.
 */
export async function programToPublish(
  scope: AccountScope,
  db: Db,
  interaction: Interaction,
  catalog: Catalog,
): Promise<ToPublish> {
  const others = calleesOf(interaction, catalog).filter((id) => id !== interaction.id);
  const kept = await findPins(scope, db, interaction.id, contentHash(interaction));
  const lacking = others.filter((id) => !kept.some((pin) => pin.interaction === id));
  const pins = [...kept, ...(await versionsToRun(scope, db, lacking))].filter(({ interaction: id }) =>
    others.includes(id),
  );
  const made = new Map<InteractionId, Program>();
  for (const pin of pins) {
    made.set(pin.interaction, compiled(await findPinnedFiles(scope, db, pin), catalog).program);
  }
  const program: Program = compile(interaction, catalog, {
    library: (id) => (id === interaction.id ? program : made.get(id)),
  });
  return { program, pins };
}
