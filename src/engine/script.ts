import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
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
 * and `{"command":"jump","to":…}` may stand between answers, and are made from the page that follows the answer before,
 * whether it asks or not. A refused answer stops it where it waits.
 */
export function runScript(program: Program, script: Script, now: Instant): ScriptRun {
  const { input = {}, effects, language } = script;
  const options = { client: 'api', variables: input, ...(language === undefined ? {} : { language }) };
  const world = { now: () => now, ...(effects ? { results: givenResults(effects) } : {}) };
  const started = LocalRun.start(program, options, world);
  if (!started.ok) {
    const { code, message } = started.error;
    const error = { code, message, element: null };
    return { at: null, status: 'failed', visited: [], variables: {}, error, events: [] };
  }
  const run = started.value;
  const { events } = run;
  const entries: Entries = { list: script.answers, next: 0 };
  while (run.state.status === 'waiting' || run.state.status === 'paused') {
    const command = run.state.status === 'paused' ? RESUME : nextCommand(entries, run);
    if (command === undefined) break;
    const decided = run.send(command);
    if (decided.ok) continue;
    const { code, message } = decided.error;
    return { ...scriptResult(run), error: { code, message, element: run.state.at }, events };
  }
  return { ...scriptResult(run), events };
}

const RESUME: Command = { kind: 'resume' };

interface Entries {
  readonly list: readonly Json[];
  next: number;
}

/** The next thing to do; undefined where the page asks, or waits, and the script has no more to say. */
function nextCommand(entries: Entries, run: LocalRun): Command | undefined {
  const entry = entries.list[entries.next];
  const move = entry === undefined ? undefined : moveOf(entry);
  if (move === undefined) {
    if (run.isHeld) return undefined;
    if (!run.asks) return { kind: 'answer' };
  }
  entries.next++;
  return move ?? (entry === undefined ? undefined : { kind: 'answer', value: entry });
}

/** An entry that is no answer. */
function moveOf(entry: Json): Command | undefined {
  if (!isJsonObject(entry)) return undefined;
  if (entry.command === 'back') return { kind: 'back' };
  if (entry.command === 'jump' && typeof entry.to === 'string') return { kind: 'jump', to: entry.to as ElementPath };
  return undefined;
}

/** What has become of a run so far. */
export function scriptResult({ state, events }: LocalRun): ScriptResult {
  const visited: ElementPath[] = [];
  for (const event of events) if (event.kind === 'element-entered') visited.push(event.element);
  return {
    at: state.at,
    status: state.status,
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    visited,
    variables: ownVariables(state.variables),
    ...(state.error ? { error: state.error } : {}),
  };
}
