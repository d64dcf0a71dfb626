import type { InteractionId } from '#prelude/ids.ts';
import type { Interaction } from './interaction.ts';

/** Which version of each other Interaction is run. */
export type Pins = { readonly [interaction: InteractionId]: number };

/** A published version, and which versions of others it runs. */
export interface PinnedInteraction {
  readonly interaction: Interaction;
  readonly version: number;
  readonly pins: Pins;
}

/** What an Interaction runs within itself: the versions that it is pinned to, and all that these run in turn. */
export interface Library {
  readonly pins: Pins;
  readonly versions: readonly PinnedInteraction[];
}

export const NO_LIBRARY: Library = { pins: {}, versions: [] };

/** The name by which a published version is told from others where several are at hand. */
export function versionName(interaction: InteractionId, version: number): string {
  return `${interaction}/${version}`;
}

/** The names of the versions that are run, by the Interactions that they are of. */
export function callsOf(pins: Pins): { readonly [interaction: InteractionId]: string } {
  const named = Object.entries<number>(pins).map(([id, version]) => [id, versionName(id as InteractionId, version)]);
  return Object.fromEntries(named);
}
