import type { AheadBody, ProgramBody } from '#api/ahead.ts';
import { recordOf } from '#contract/account-values.ts';
import type { Command } from '#contract/command.ts';
import { catalog } from '#elements/catalog.ts';
import { abilitiesIn } from '#engine/abilities.ts';
import { catalogForPlayer } from '#engine/for-player.ts';
import { foresee } from '#engine/foresee.ts';
import { compilePinned, type Pinned } from '#engine/library.ts';
import type { Program } from '#engine/program.ts';
import { ownVariables, type SessionState } from '#engine/state.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Foreseen } from './ahead.ts';
import type { SessionNow } from './session.ts';

/** Where a session stands, as far as it must be known to foresee its next page. */
export interface Standing {
  readonly program: Program;
  readonly state: SessionState;
  readonly values: JsonObject;
  readonly timeZone: string;
  /** Milliseconds by which the server's clock is ahead of this one. */
  readonly clockAhead: number;
}

/** What the server will say, with where the session then stands. */
export type ForeseenStanding =
  | { readonly foreseen: Foreseen & { readonly kind: 'page' }; readonly standing: Standing }
  | { readonly foreseen: Foreseen & { readonly kind: 'refused' }; readonly standing?: undefined };

/** Programs kept at hand: more than an agent has versions under way. */
const MOST = 20;
const programs = new Map<string, Promise<Program>>();

/**
 * What the server told of a session, ready to step ahead from; undefined where nothing can be foreseen from here.
 *
 * @param now this clock when it was told
 * @param fetchProgram asked where the program is not at hand
 */
export async function standingOf(
  { state, values, valueTypes, timeZone, program: { content }, ...told }: AheadBody,
  now: number,
  fetchProgram: () => Promise<ProgramBody>,
): Promise<Standing | undefined> {
  if (!state) return undefined;
  const key = `${content} ${JSON.stringify(valueTypes)}`;
  const found = programs.get(key) ?? fetchProgram().then((body) => programIn(body, valueTypes));
  keep(key, found);
  const program = await found;
  return { program, state: state as unknown as SessionState, values, timeZone, clockAhead: told.now - now };
}

/** Foresees one step; `now` is this clock. */
export function step(
  standing: Standing,
  session: SessionNow,
  command: Command,
  now: number,
): ForeseenStanding | undefined {
  const { program, state, values, timeZone, clockAhead } = standing;
  const foreseen = foresee(program, state, command, now + clockAhead, { values, timeZone });
  if (!foreseen) return undefined;
  if (foreseen.kind === 'refused') {
    return { foreseen: { kind: 'refused', fields: [], ...foreseen.rejection } };
  }
  const then = { ...standing, state: foreseen.state };
  const { tells: _told, variables, ...same } = session;
  return {
    standing: then,
    foreseen: {
      kind: 'page',
      session: {
        ...same,
        seq: session.seq + 1,
        page: foreseen.page,
        abilities: abilitiesAfter(session, then),
        ...(variables ? { variables: ownVariables(foreseen.state.variables) } : {}),
      },
    },
  };
}

/** What hangs on the session's state as it will be; what hangs on the person alone stays. */
function abilitiesAfter({ abilities }: SessionNow, { program, state }: Standing): readonly string[] {
  const may = new Map(Object.entries(abilitiesIn(program, state)));
  return [...[...may].flatMap(([name, is]) => (is ? [name] : [])), ...abilities.filter((name) => !may.has(name))];
}

function programIn({ pinned }: ProgramBody, valueTypes: JsonObject): Program {
  const types = valueTypes as unknown as Scope;
  return compilePinned(pinned as unknown as readonly [Pinned, ...Pinned[]], catalogForPlayer(catalog), {
    values: recordOf({ types }),
  });
}

function keep(key: string, program: Promise<Program>): void {
  programs.delete(key);
  programs.set(key, program);
  const oldest = programs.keys().next().value;
  if (programs.size > MOST && oldest !== undefined) programs.delete(oldest);
  program.catch(() => programs.delete(key));
}
