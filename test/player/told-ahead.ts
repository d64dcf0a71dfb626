import type { AheadBody, ProgramBody } from '#api/ahead.ts';
import { catalog } from '#elements/catalog.ts';
import type { Program } from '#engine/program.ts';
import type { SessionState } from '#engine/state.ts';
import type { JsonObject } from '#prelude/json.ts';
import { knownForPlayer, pinnedForPlayer } from '#server/ahead/program-for-player.ts';

/** What a server tells a player of a session that stands there, so that it steps ahead. */
export function aheadBodyOf(
  program: Program,
  { state, seq, values = {} }: { readonly state: SessionState; readonly seq: number; readonly values?: JsonObject },
): AheadBody {
  return {
    seq,
    now: Date.now(),
    state: state.status === 'waiting' && !state.effects ? (state as unknown as JsonObject) : null,
    values,
    valueTypes: {},
    timeZone: 'UTC',
    program: {
      interaction: program.interaction.id,
      version: 3,
      content: knownForPlayer(program, catalog).content,
    },
  };
}

export function programBodyOf(program: Program): ProgramBody {
  return { pinned: pinnedForPlayer(program, catalog) as unknown as ProgramBody['pinned'] };
}
