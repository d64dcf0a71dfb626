import type { Cause, SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { compile, type Program } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { JsonObject } from '#prelude/json.ts';
import { draw, text } from './draw.ts';

/** What a Decision did: the way out it took and why, and the variables as they were then; or the code it stopped with. */
export interface Decided {
  readonly exit?: string;
  readonly why?: Cause;
  readonly failed?: string;
  readonly message?: string;
  readonly variables: JsonObject;
  readonly events: readonly SessionEvent[];
}

/** An Interaction that begins with a Decision, all of whose ways out lead to one page. */
export function decisionProgram(logic: JsonObject, variables: JsonObject): Program {
  const exits = (logic.form === 'table' ? logic.exits : logic.rules) as readonly { readonly id: string }[];
  const names = [...exits.map(({ id }) => id), 'otherwise'];
  const interaction = draw({
    variables,
    elements: { d_it: { version: 2, logic }, s_after: { text: text('After') } },
    connectors: names.map((name) => `d_it.${name} -> s_after`),
  });
  return compile(interaction, catalog);
}

/** Runs through it with the values given. */
export function decide(program: Program, values: JsonObject): Decided {
  const started = start(program, { client: 'test', variables: values }, 0);
  if (!started.ok) throw new Error(started.error.message);
  const { events, state } = started.value;
  const left = events.find((event) => event.kind === 'element-left' && event.element === 'd_it');
  const taken = left?.kind === 'element-left' ? { exit: left.exit, ...(left.why ? { why: left.why } : {}) } : {};
  const failed = state.error ? { failed: state.error.code, message: state.error.message } : {};
  return { ...(state.error ? {} : taken), ...failed, variables: state.variables, events };
}
