import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Page } from '#contract/page.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { givenResults } from './given-results.ts';
import { LocalRun } from './local-run.ts';
import type { Program } from './program.ts';
import { ownVariables, type SessionState } from './state.ts';

/** One scripted session: what is given at the start, and one entry for each page that asks, in order. */
export interface Script {
  readonly input?: JsonObject;
  readonly answers: readonly Json[];
  /** What comes of what it asks of the world outside: see {@link givenResults}. */
  readonly effects?: JsonObject;
  readonly language?: string;
}

export interface ScriptResult {
  readonly at: ElementPath | null;
  readonly status: SessionState['status'];
  readonly outcome?: string;
  /** All elements entered, in order. */
  readonly visited: readonly ElementPath[];
  readonly variables: JsonObject;
  readonly error?: { readonly code: string; readonly message: string; readonly element: ElementPath | null };
}

export interface ScriptRun extends ScriptResult {
  readonly events: readonly SessionEvent[];
}

/**
 * Runs a session by a script. Pages that ask nothing are continued, handed-over sessions taken over; `{"command":"back"}`
 * and `{"command":"jump","to":…}` may stand between answers. A refused answer stops it where it waits.
 */
export function runScript(program: Program, script: Script, now: Instant): ScriptRun {
  const { input = {}, effects, language } = script;
  const options = { client: 'api', variables: input, ...(language === undefined ? {} : { language }) };
  const world = { now: () => now, ...(effects ? { results: givenResults(effects) } : {}) };
  const started = LocalRun.start(program, options, world);
  if (!started.ok) {
    const error = { ...started.error, element: null };
    return { at: null, status: 'failed', visited: [], variables: {}, error, events: [] };
  }
  const run = started.value;
  const answers = script.answers.values();
  while (run.state.status === 'waiting' || run.state.status === 'paused') {
    const entry = run.state.status === 'paused' ? RESUME : nextEntry(answers, run.page);
    if (entry === undefined) break;
    const decided = run.send(entry);
    if (!decided.ok) return { ...result(run), error: { ...decided.error, element: run.state.at } };
  }
  return result(run);
}

const RESUME: Command = { kind: 'resume' };

/** The next thing to do; undefined where the page asks and the script has no more to say. */
function nextEntry(answers: IterableIterator<Json>, page: Page | null): Command | undefined {
  if (page?.wait) return undefined;
  if (!page?.part.fields.length) return { kind: 'answer' };
  const { value, done } = answers.next();
  return done ? undefined : commandOf(value);
}

function commandOf(entry: Json): Command {
  if (isJsonObject(entry) && entry.command === 'back') return { kind: 'back' };
  if (isJsonObject(entry) && entry.command === 'jump' && typeof entry.to === 'string') {
    return { kind: 'jump', to: entry.to as ElementPath };
  }
  return { kind: 'answer', value: entry };
}

function result({ state, events }: LocalRun): ScriptRun {
  return {
    at: state.at,
    status: state.status,
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    visited: events.flatMap((event) => (event.kind === 'element-entered' ? [event.element] : [])),
    variables: ownVariables(state.variables),
    ...(state.error ? { error: state.error } : {}),
    events,
  };
}
