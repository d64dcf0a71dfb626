import { calleesOf } from '#checks/callees.ts';
import type { Catalog } from '#contract/element-type.ts';
import { compile, type Program } from '#engine/program.ts';
import type { Interaction } from '#format/interaction.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { findPinnedFiles, versionsToRun } from '#store/queries/version-pins.ts';
import type { AccountScope } from '#store/scope.ts';
import { compiled } from '../programs.ts';

/** What a file would run as if it were published now: with the versions of others that would be pinned. */
export async function programToPublish(
  scope: AccountScope,
  db: Db,
  interaction: Interaction,
  catalog: Catalog,
): Promise<Program> {
  const others = calleesOf(interaction, catalog).filter((id) => id !== interaction.id);
  const made = new Map<InteractionId, Program>();
  for (const version of await versionsToRun(scope, db, others)) {
    made.set(version.interaction, compiled(await findPinnedFiles(scope, db, version), catalog));
  }
  const program: Program = compile(interaction, catalog, {
    library: (id) => (id === interaction.id ? program : made.get(id)),
  });
  return program;
}
