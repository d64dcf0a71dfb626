import { createHash } from 'node:crypto';
import { valuesRead } from '#checks/account/uses.ts';
import { modelOf } from '#checks/model.ts';
import type { Catalog } from '#contract/element-type.ts';
import { catalogForPlayer, forPlayer } from '#engine/for-player.ts';
import { type Pinned, pinnedOf } from '#engine/library.ts';
import type { Program } from '#engine/program.ts';
import type { ContentHash } from '#prelude/ids.ts';

/** What is known of a program as players get it. */
export interface KnownForPlayer {
  /** Of the very text that players get: another release of the server may leave out more, or less. */
  readonly content: ContentHash;
  /** Whether it reads an account value, as far as players run it. */
  reads(value: string): boolean;
}

const known = new WeakMap<Program, KnownForPlayer>();

/** Found once for each program: every session asks. */
export function knownForPlayer(program: Program, catalog: Catalog): KnownForPlayer {
  const found = known.get(program);
  if (found) return found;
  const pinned = pinnedForPlayer(program, catalog);
  const content = createHash('sha256').update(JSON.stringify(pinned)).digest('hex') as ContentHash;
  const made = { content, reads: readsIn(pinned, catalog) };
  known.set(program, made);
  return made;
}

/** The program's Interaction and those that it calls, without what stays on the server. */
export function pinnedForPlayer(program: Program, catalog: Catalog): readonly Pinned[] {
  return pinnedOf(program).map((each) => ({ ...each, interaction: forPlayer(each.interaction, catalog) }));
}

function readsIn(pinned: readonly Pinned[], catalog: Catalog): KnownForPlayer['reads'] {
  const types = catalogForPlayer(catalog);
  const keys = new Set(
    pinned.flatMap(({ interaction }) => {
      const elements = modelOf(interaction, types).elements.values();
      return valuesRead({ elements, variables: interaction.variables }).map(({ key }) => key);
    }),
  );
  // Where the key is only known in the run, any of them may be read.
  return (value) => keys.has(value) || keys.has(undefined);
}
