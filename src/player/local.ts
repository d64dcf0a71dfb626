/** The second part of the player: the engine and all element types, fetched only where a run is not on a server. */
import '#contract/no-eval.ts';
import { type LocalSource, localSource } from './local-source.ts';
import { replaySource } from './replay-source.ts';

export const local = { localSource, replaySource };
export type { LocalSource };
