import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { decide } from './decide.ts';
import { pageOf } from './page.ts';
import type { Program } from './program.ts';
import { start } from './start.ts';
import type { SessionState } from './state.ts';
import type { Step } from './step.ts';

/** One scripted session: what is given at the start, and one entry for each page that asks, in order. */
export interface Script {
  readonly input?: JsonObject;
  readonly answers: readonly Json[];
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
 * Runs a session by a script. Pages that ask nothing are continued; `{"command":"back"}` and
 * `{"command":"jump","to":…}` may stand between answers. A refused answer stops it where it waits.
 */
export function runScript(program: Program, script: Script, now: Instant): ScriptRun {
  const events: SessionEvent[] = [];
  const started = start(program, { client: 'api', variables: script.input ?? {}, ...languageOf(script) }, now);
  if (!started.ok) {
    const error = { ...started.error, element: null };
    return { at: null, status: 'failed', visited: [], variables: {}, error, events };
  }
  let { state } = started.value;
  const keep = (step: Step) => {
    for (const event of step.events) events.push(event);
    state = step.state;
  };
  keep(started.value);
  const answers = script.answers.values();
  while (state.status === 'waiting') {
    const asks = (pageOf(program, state)?.part.fields.length ?? 0) > 0;
    const entry = nextEntry(answers, asks);
    if (entry === undefined) break;
    const decided = decide(program, state, entry, now);
    if (!decided.ok) return { ...result(state, events), error: { ...decided.error, element: state.at } };
    keep(decided.value);
  }
  return result(state, events);
}

/** The next thing to do; undefined where the page asks and the script has no more to say. */
function nextEntry(answers: IterableIterator<Json>, asks: boolean): Command | undefined {
  if (!asks) return { kind: 'answer' };
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

function languageOf({ language }: Script): { language?: string } {
  return language === undefined ? {} : { language };
}

function result(state: SessionState, events: readonly SessionEvent[]): ScriptRun {
  return {
    at: state.at,
    status: state.status,
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    visited: events.flatMap((event) => (event.kind === 'element-entered' ? [event.element] : [])),
    variables: state.variables,
    ...(state.error ? { error: state.error } : {}),
    events,
  };
}
