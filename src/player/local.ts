/** The second part of the player: the engine and all element types, fetched when the first page of a server stands there. */
import '#contract/no-eval.ts';
import { type Standing, standingOf, step } from './foresight.ts';
import { type LocalSource, localSource } from './local-source.ts';
import { replaySource } from './replay-source.ts';

export const local = { localSource, replaySource, standingOf, step };
export type { LocalSource, Standing };
