import type { Command, Rejection } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Page } from '#contract/page.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { decide } from './decide.ts';
import { type Given, NOTHING_GIVEN } from './given.ts';
import { pageOf } from './page.ts';
import { performSample, type ResultFor } from './perform-sample.ts';
import type { Program } from './program.ts';
import type { Decision } from './rejection.ts';
import { type StartOptions, start } from './start.ts';
import type { SessionState } from './state.ts';
import type { Step } from './step.ts';

/** What a run without a server takes instead of the world outside. */
export interface LocalWorld {
  now(): Instant;
  /** Results of effects; the samples of their types where it gives none. */
  readonly results?: ResultFor;
  readonly values?: JsonObject;
  readonly timeZone?: string;
}

/**
 * A session that runs here and now, without a server: in previews, tests, scripts and the terminal. What it asks of the
 * world outside is answered at once, and secrets stay in its memory.
 */
export class LocalRun {
  readonly program: Program;
  readonly events: SessionEvent[] = [];
  readonly #world: LocalWorld;
  #state: SessionState;
  #given: Given;

  private constructor(program: Program, world: LocalWorld, first: Step) {
    this.program = program;
    this.#world = world;
    this.#state = first.state;
    this.#given = givenBy(world);
    this.#take(first);
  }

  static start(program: Program, options: StartOptions, world: LocalWorld): Result<LocalRun, Rejection> {
    const began = start(program, options, world.now(), givenBy(world));
    if (!began.ok) return fail(began.error);
    const run = new LocalRun(program, world, began.value);
    run.#perform();
    return ok(run);
  }

  get state(): SessionState {
    return this.#state;
  }

  get page(): Page | null {
    return pageOf(this.program, this.#state, this.#given);
  }

  /** Applies a command, and then what follows by itself. The step holds the events of both. */
  send(command: Command): Decision {
    const from = this.events.length;
    const decided = decide(this.program, this.#state, command, this.#world.now(), this.#given);
    if (!decided.ok) return decided;
    this.#take(decided.value);
    this.#perform();
    return ok({ events: this.events.slice(from), state: this.#state });
  }

  #perform(): void {
    for (;;) {
      const command = performSample(this.program, this.#state, this.#given, this.#world.results);
      const decided = command && decide(this.program, this.#state, command, this.#world.now(), this.#given);
      // A result that is refused, such as going on without what must be waited for, leaves it open.
      if (!decided?.ok) return;
      this.#take(decided.value);
    }
  }

  #take({ events, state, secrets }: Step): void {
    this.events.push(...events);
    this.#state = state;
    if (secrets) this.#given = { ...this.#given, secrets: { ...this.#given.secrets, ...secrets } };
  }
}

function givenBy({ values, timeZone }: LocalWorld): Given {
  if (!values && timeZone === undefined) return NOTHING_GIVEN;
  return { ...(values ? { values } : {}), ...(timeZone === undefined ? {} : { timeZone }) };
}
