import { unfitAmong } from '#checks/called/unfit.ts';
import { calleesOf } from '#checks/callees.ts';
import type { Catalog } from '#contract/element-type.ts';
import { compile, type Program } from '#engine/program.ts';
import { contentHash } from '#format/hash.ts';
import type { Interaction } from '#format/interaction.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { findPinnedFiles, findPins, type Pin, versionsToRun } from '#store/queries/version-pins.ts';
import { findNumber } from '#store/queries/versions.ts';
import type { AccountScope } from '#store/scope.ts';
import { compiled } from '../programs.ts';
import { asCalled, findCalledBy } from './called.ts';

export interface ToPublish {
  readonly program: Program;
  /** The versions of others that it runs. */
  readonly pins: readonly Pin[];
  /** The version with the same content that runs others, which are not fit: this one takes its place. */
  readonly instead?: number;
}

/**
 * What a file runs once it is published. A version of this content that is there keeps the versions of others that it runs
 * already, and gets those that it lacked. Only where one of them has errors or failed tests, and another version would be run
 * in its place today, is a further version to be made: nobody could approve the one that is there, whatever they mend.
 */
export async function programToPublish(
  scope: AccountScope,
  db: Db,
  interaction: Interaction,
  catalog: Catalog,
): Promise<ToPublish> {
  const others = calleesOf(interaction, catalog).filter((id) => id !== interaction.id);
  const same = await findNumber(scope, db, interaction.id, contentHash(interaction));
  const kept = same === undefined ? [] : await findPins(scope, db, { interaction: interaction.id, number: same });
  const today = await versionsToRun(scope, db, others);
  const unfit = same === undefined ? [] : await unfitIn(scope, db, { interaction: interaction.id, number: same });
  const isMended = ({ interaction: id, number }: Pin) =>
    unfit.includes(id) && today.some((pin) => pin.interaction === id && pin.number !== number);
  const stay = kept.filter((pin) => !isMended(pin));
  const lacking = today.filter(({ interaction: id }) => !stay.some((pin) => pin.interaction === id));
  const pins = [...stay, ...lacking].filter(({ interaction: id }) => others.includes(id));
  const made = new Map<InteractionId, Program>();
  for (const pin of pins) {
    made.set(pin.interaction, compiled(await findPinnedFiles(scope, db, pin), catalog).program);
  }
  const program: Program = compile(interaction, catalog, {
    library: (id) => (id === interaction.id ? program : made.get(id)),
  });
  return { program, pins, ...(same !== undefined && stay.length < kept.length ? { instead: same } : {}) };
}

/** Of the Interactions that a version runs directly, those by which it runs something with errors or failed tests. */
async function unfitIn(scope: AccountScope, db: Db, { interaction, number }: Pin): Promise<readonly InteractionId[]> {
  const called = await findCalledBy(scope, db, interaction, [number]);
  return unfitAmong(asCalled(called(number))).map(({ first }) => first);
}
