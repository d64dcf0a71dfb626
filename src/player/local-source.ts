import type { Command } from '#contract/command.ts';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import type { Given } from '#engine/given.ts';
import { pageOf } from '#engine/page.ts';
import { compile, type Program } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import type { Step } from '#engine/step.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { localUpload } from './local-upload.ts';
import type { Reply, SessionNow, SessionSource } from './session.ts';
import type { WorkingCopySource } from './source.ts';

const ABILITIES = ['answer', 'back', 'note', 'pause', 'resume', 'quit', 'jump'];

/** A run in this browser. Its log lets an edited copy go on where the one before it stood. */
export interface LocalSource extends SessionSource {
  readonly log: readonly Command[];
}

/**
 * Runs a working copy with the engine itself. `earlier` is given again until something no longer fits.
 *
 * @param timeZone where the person is: what `today()` and times without an offset mean
 */
export function localSource(
  copy: WorkingCopySource,
  earlier: readonly Command[],
  now: () => number,
  timeZone: string,
): LocalSource {
  const log: Command[] = [];
  let program: Program | undefined;
  let state: SessionState | undefined;
  let secrets: JsonObject = {};

  const given = (): Given => ({ secrets, timeZone });
  const keep = (step: Step) => {
    state = step.state;
    secrets = { ...secrets, ...step.secrets };
  };
  const current = (): Reply =>
    program && state
      ? { kind: 'now', session: sessionNow(program, state, log.length, given()) }
      : { kind: 'closed', code: 'start.no-start', message: '' };

  const apply = (command: Command): Reply => {
    if (!program || !state) return current();
    const decision = decide(program, state, command, now(), given());
    if (!decision.ok) return { kind: 'refused', fields: [], ...decision.error };
    keep(decision.value);
    log.push(command);
    return current();
  };

  return {
    memoryKey: undefined,
    upload: localUpload(),
    log,
    async open() {
      if (state) return current();
      program = compile(copy.interaction, catalog);
      const { language, variables } = copy;
      const began = start(
        program,
        {
          client: 'preview',
          ...(language === undefined ? {} : { language }),
          ...(variables === undefined ? {} : { variables }),
          ...(copy.start === undefined ? {} : { at: copy.start as ElementId }),
        },
        now(),
        given(),
      );
      if (!began.ok) return { kind: 'closed', code: began.error.code, message: began.error.message };
      keep(began.value);
      for (const command of earlier) if (apply(command).kind !== 'now') break;
      return current();
    },
    async send(_id, _expects, command) {
      return apply(command);
    },
  };
}

function sessionNow(program: Program, state: SessionState, seq: number, given: Given): SessionNow {
  return {
    id: 'preview',
    seq,
    status: state.status,
    page: pageOf(program, state, given),
    name: program.interaction.name,
    kind: 'preview',
    abilities: ABILITIES,
    variables: state.variables,
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    ...(state.error === undefined ? {} : { failure: state.error }),
  };
}
