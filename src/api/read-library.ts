import type { Interaction } from '#format/interaction.ts';
import type { Library, PinnedInteraction, Pins } from '#format/library.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { PinnedVersion } from './versions.ts';

/** A version that is run, and which versions it runs itself. */
type Run = Pick<PinnedVersion, 'interaction' | 'version' | 'pins'>;

/** What is asked of a server; each is undefined where it may not be seen, or the server is away. */
export interface LibraryServer {
  /** A version and all that it runs: see `versionRoutes.pins`. */
  pins(interaction: InteractionId, version: number): Promise<readonly Run[] | undefined>;
  file(interaction: InteractionId, version: number): Promise<Interaction | undefined>;
}

/**
 * Everything that runs within an Interaction that is pinned to these versions. What cannot be had is left out: a run that
 * gets there says so.
 */
export async function readLibrary(pins: Pins, server: LibraryServer): Promise<Library> {
  const wanted = new Map<string, Run>();
  await Promise.all(
    Object.entries(pins).map(async ([id, version]) => {
      const run = await server.pins(id as InteractionId, version);
      for (const each of run ?? []) wanted.set(`${each.interaction}/${each.version}`, each);
    }),
  );
  const read = [...wanted.values()].map(async ({ interaction: id, version, pins: own }) => {
    const interaction = await server.file(id, version);
    return interaction && { interaction, version, pins: own };
  });
  const versions = (await Promise.all(read)).filter((each): each is PinnedInteraction => each !== undefined);
  return { pins, versions };
}
