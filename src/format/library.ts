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
