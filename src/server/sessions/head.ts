import type { Program } from '#engine/program.ts';
import type { SessionState } from '#engine/state.ts';
import { fromStored, toStored } from '#engine/stored-state.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** What the row of a session says of its state, so that lists and reports need not open it. */
export function headOf(program: Program, state: SessionState) {
  return {
    status: state.status,
    element: state.at,
    ended_at: state.endedAt ?? null,
    outcome: state.outcome ?? null,
    expires_at: null,
    dimensions: dimensionsOf(program, state.variables),
  };
}

/** Values of the variables by which reports are cut; personal and secret ones never leave the state. */
function dimensionsOf(program: Program, variables: JsonObject): JsonObject {
  const dimensions: { [key: string]: Json } = {};
  for (const key of dimensionKeys(program)) {
    const value = Object.hasOwn(variables, key) ? variables[key] : undefined;
    if (value !== undefined) dimensions[key] = value;
  }
  return dimensions;
}

const keysOfPrograms = new WeakMap<Program, readonly string[]>();

/** Found once for each program: every step asks, and few of its variables are dimensions. */
function dimensionKeys(program: Program): readonly string[] {
  const known = keysOfPrograms.get(program);
  if (known) return known;
  const keys = Object.entries(program.interaction.variables)
    .filter(([, { dimension, privacy }]) => dimension === true && (privacy ?? 'public') === 'public')
    .map(([key]) => key);
  keysOfPrograms.set(program, keys);
  return keys;
}

/** A state as it is stored. */
export function writeState(state: SessionState): Json {
  // Plain JSON by the engine's promise, which interfaces without an index signature do not show.
  return toStored(state) as unknown as Json;
}

/** A stored state, of whatever format; one that memory holds stays as it is. */
export function readState(stored: Json): SessionState {
  return fromStored(stored);
}
