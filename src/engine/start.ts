import type { Rejection } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { conforms } from './conforms.ts';
import { Fold } from './fold.ts';
import { type Given, NOTHING_GIVEN } from './given.ts';
import type { Program } from './program.ts';
import type { Step } from './step.ts';
import { Walk } from './walk.ts';

export interface StartOptions {
  readonly client: string;
  /** One of the Interaction's languages, or near one; the source language when left out. */
  readonly language?: string;
  /** Values of variables; whoever takes them from outside asks first whether they are marked as inputs. */
  readonly variables?: JsonObject;
  /** Built-in values that whoever starts the session knows: agent, caller, customer … */
  readonly context?: JsonObject;
  /** Begins here instead of at the start: for previews. */
  readonly at?: ElementPath;
}

/** Starts a session at the Interaction's start (or where a preview asks) and walks to the first page. */
export function start(
  program: Program,
  options: StartOptions,
  now: Instant,
  given: Given = NOTHING_GIVEN,
): Result<Step, Rejection> {
  const { interaction } = program;
  const first = options.at ?? interaction.start;
  if (first === undefined || !program.find(first)) {
    return fail({ code: 'start.no-start', message: 'The Interaction has no start element; set one in the designer' });
  }
  const variables = startVariables(program, options);
  if (!variables.ok) return variables;
  const { client, language = program.sourceLanguage } = options;
  const started: SessionEvent = {
    kind: 'session-started',
    at: now,
    interaction: interaction.id,
    version: program.version,
    language,
    client,
    start: first,
    variables: variables.value,
    context: { client, language, ...options.context },
  };
  const walk = new Walk(program, Fold.first(started), now, given);
  walk.events.push(started);
  walk.arrive(first);
  return ok(walk.done());
}

function startVariables(program: Program, options: StartOptions): Result<JsonObject, Rejection> {
  const variables: { [key: string]: Json } = {};
  for (const [key, variable] of Object.entries(program.interaction.variables)) {
    if (variable.default !== undefined) variables[key] = variable.default;
  }
  for (const [key, value] of Object.entries(options.variables ?? {})) {
    const declared = Object.hasOwn(program.interaction.variables, key) ? program.scope[key] : undefined;
    if (!declared) {
      return fail({ code: 'start.unknown-variable', message: `The Interaction has no variable “${key}”` });
    }
    if (program.secrets.has(key)) {
      return fail({ code: 'start.wrong-value', message: `“${key}” is secret: it is asked for, and cannot be given` });
    }
    if (value === undefined || !conforms(value, declared)) {
      return fail({ code: 'start.wrong-value', message: `The value given for “${key}” is no ${declared.kind}` });
    }
    variables[key] = value;
  }
  return ok(variables);
}
