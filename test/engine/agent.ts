import { expect } from 'vitest';
import type { Command } from '#contract/command.ts';
import type { EffectResult } from '#contract/effect.ts';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import { evolve } from '#engine/evolve.ts';
import type { Given } from '#engine/given.ts';
import { compileWith } from '#engine/library.ts';
import { pageOf } from '#engine/page.ts';
import { type StartOptions, start } from '#engine/start.ts';
import { ownVariables } from '#engine/state.ts';
import type { Step } from '#engine/step.ts';
import { visitsOf } from '#engine/visits.ts';
import type { ElementPath, SessionId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';

export interface Surroundings {
  readonly variables?: JsonObject;
  /** Begins there instead of at the start. */
  readonly at?: string;
  /** Other Interactions that are called. */
  readonly library?: readonly Drawing[];
  readonly language?: string;
}

/** A session as its agent lives it: answers, goes back, waits. The world outside does only what the test says. */
export class Agent {
  readonly #program: ReturnType<typeof compileWith>;
  readonly #events: Step['events'][number][] = [];
  #state: Step['state'];
  #given: Given = {};
  #now = 0;

  constructor(drawing: Drawing, { variables = {}, at, library = [], language }: Surroundings = {}) {
    const others = library.map((other) => draw(other));
    this.#program = compileWith(draw(drawing), others, catalog);
    const options: StartOptions = {
      client: 'agent',
      variables,
      ...(at === undefined ? {} : { at: at as ElementPath }),
      ...(language === undefined ? {} : { language }),
    };
    const began = start(this.#program, options, this.#now);
    if (!began.ok) throw new Error(`${began.error.code}: ${began.error.message}`);
    this.#state = began.value.state;
    this.#take(began.value);
  }

  /** Gives a command; what came of it: `done`, or the code of the refusal. */
  sends(command: Command): string {
    const decided = decide(this.#program, this.#state, command, this.#now, this.#given);
    if (!decided.ok) return decided.error.code;
    this.#take(decided.value);
    return 'done';
  }

  #take({ events, state, secrets }: Step): void {
    this.#events.push(...events);
    this.#state = state;
    if (secrets) this.#given = { ...this.#given, secrets: { ...this.#given.secrets, ...secrets } };
    // Whatever happens, the log alone tells it.
    expect(evolve(undefined, JSON.parse(JSON.stringify(this.#events)) as Step['events'])).toEqual(state);
  }

  answers(value?: Json): string {
    return this.sends(value === undefined ? { kind: 'answer' } : { kind: 'answer', value });
  }

  goesBack(): string {
    return this.sends({ kind: 'back' });
  }

  goesForward(all = false): string {
    return this.sends(all ? { kind: 'forward', all } : { kind: 'forward' });
  }

  jumps(to: string): string {
    return this.sends({ kind: 'jump', to: to as ElementPath });
  }

  presses(button: string): string {
    return this.sends({ kind: 'act', button });
  }

  skips(): string {
    return this.sends({ kind: 'skip' });
  }

  /** The world outside gives a result: of the effect that is named, else of the one that is open. */
  gets(result: EffectResult, effect = this.#state.effects?.at(-1)?.id ?? 'none'): string {
    return this.sends({ kind: 'effect-result', effect, result });
  }

  /** The same with what comes back of a call that went well. */
  hears(value: Json, effect?: string): string {
    return this.gets({ status: 'done', value }, effect);
  }

  waits(seconds: number): void {
    this.#now += seconds * 1000;
  }

  /** Whoever runs the session begins anew: what was in memory alone is gone. */
  losesMemory(): void {
    this.#given = {};
  }

  /** Where the session stands. */
  get at(): string {
    return this.#state.status === 'waiting' ? this.#state.at : `${this.#state.status} at ${this.#state.at}`;
  }

  get page() {
    return pageOf(this.#program, this.#state, this.#given);
  }

  /** What stands in the only field of the page before it is answered. */
  get suggested(): Json | undefined {
    return this.page?.part.fields[0]?.value;
  }

  get state() {
    return this.#state;
  }

  get variables(): JsonObject {
    return ownVariables(this.#state.variables);
  }

  get events() {
    return this.#events;
  }

  /** The elements entered, in order. */
  get path(): readonly string[] {
    return this.#events.flatMap((event) => (event.kind === 'element-entered' ? [event.element] : []));
  }

  /** Visits as `q_a next 5000+0`. */
  get visits(): readonly string[] {
    return visitsOf('ses_a' as SessionId, this.#events).map(
      ({ element, exit, active, idle }) => `${element} ${exit} ${active}+${idle}`,
    );
  }

  /** Everything that is written down of the session, and its page. */
  get written(): string {
    return JSON.stringify([this.#events, this.#state, this.page]);
  }
}

export const ask = (variable: string, more: JsonObject = {}): JsonObject => ({
  text: text(`${variable}?`),
  answer: { kind: 'short-text', variable },
  ...more,
});

export const say = (words: string, more: JsonObject = {}): JsonObject => ({ text: text(words), ...more });

/** Variables of type text that may be given at the start. */
export const texts = (...keys: string[]): JsonObject =>
  Object.fromEntries(keys.map((key) => [key, { type: 'text', label: key, input: true }]));
