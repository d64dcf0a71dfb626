import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { givenResults } from '#engine/given-results.ts';
import { compileWithLibrary } from '#engine/library.ts';
import { LocalRun } from '#engine/local-run.ts';
import { ownVariables } from '#engine/state.ts';
import { whyInWords } from '#engine/why-in-words.ts';
import { NO_LIBRARY } from '#format/library.ts';
import type { ElementId } from '#prelude/ids.ts';
import { localUpload } from './local-upload.ts';
import type { ClientEvent, Reply, SessionNow, SessionSource } from './session.ts';
import type { WorkingCopySource } from './source.ts';

const ABILITIES = [
  'answer',
  'back',
  'forward',
  'act',
  'skip',
  'note',
  'pause',
  'resume',
  'quit',
  'jump',
  'return',
  'language',
];

/** A run in this browser. Its log lets an edited copy go on where the one before it stood. */
export interface LocalSource extends SessionSource {
  readonly log: readonly Command[];
  /** What has happened so far. */
  readonly events: readonly SessionEvent[];
  /** What led to where the run stands, as sentences. */
  why(): ReturnType<typeof whyInWords>;
}

/**
 * Runs a working copy with the engine itself; what it asks of the world outside gets the sample answers. `earlier` is given
 * again until something no longer fits.
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
  let run: LocalRun | undefined;

  const current = (tells: readonly ClientEvent[] = []): Reply =>
    run
      ? { kind: 'now', session: sessionNow(run, log.length, tells, copy.outcomeWords) }
      : { kind: 'closed', code: 'start.no-start', message: '' };

  const apply = (command: Command): Reply => {
    if (!run) return current();
    const decision = run.send(command);
    if (!decision.ok) return { kind: 'refused', fields: [], ...decision.error };
    log.push(command);
    return current(clientEventsIn(decision.value.events));
  };

  return {
    memoryKey: undefined,
    upload: localUpload(),
    log,
    get events() {
      return run?.events ?? [];
    },
    why: () => (run ? whyInWords(run.program, run.events) : []),
    async open() {
      if (run) return current();
      const { language, variables, effects, values, interaction, library = NO_LIBRARY } = copy;
      const began = LocalRun.start(
        compileWithLibrary(interaction, library, catalog),
        {
          client: 'preview',
          ...(language === undefined ? {} : { language }),
          ...(variables === undefined ? {} : { variables }),
          ...(copy.start === undefined ? {} : { at: copy.start as ElementId }),
        },
        { now, timeZone, ...(values ? { values } : {}), ...(effects ? { results: givenResults(effects) } : {}) },
      );
      if (!began.ok) return { kind: 'closed', code: began.error.code, message: began.error.message };
      run = began.value;
      const tells = earlier.length === 0 ? clientEventsIn(run.events) : [];
      // What the host was told before is not told again.
      for (const command of earlier) if (apply(command).kind !== 'now') break;
      return current(tells);
    },
    async send(_id, _expects, command) {
      return apply(command);
    },
  };
}

function clientEventsIn(events: readonly SessionEvent[]): readonly ClientEvent[] {
  return events.flatMap((event) =>
    event.kind === 'effect-requested' && event.request.kind === 'client-event'
      ? [{ id: event.effect, name: event.request.name, payload: event.request.payload }]
      : [],
  );
}

function sessionNow(
  { program, state, page }: LocalRun,
  seq: number,
  tells: readonly ClientEvent[],
  outcomeWords: WorkingCopySource['outcomeWords'],
): SessionNow {
  const outcomeLabel = state.outcome && outcomeWords?.(state.outcome);
  return {
    id: 'preview',
    seq,
    status: state.status,
    page,
    name: program.interaction.name,
    kind: 'preview',
    abilities: ABILITIES,
    variables: ownVariables(state.variables),
    ...(tells.length > 0 ? { tells } : {}),
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    ...(outcomeLabel ? { outcomeLabel } : {}),
    ...(state.summary === undefined ? {} : { summary: state.summary }),
    ...(state.error === undefined ? {} : { failure: state.error }),
  };
}
