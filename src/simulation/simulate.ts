import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { decide } from '#engine/decide.ts';
import { type Given, NOTHING_GIVEN } from '#engine/given.ts';
import { performSample } from '#engine/perform-sample.ts';
import type { Program } from '#engine/program.ts';
import { type StartOptions, start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import type { Step } from '#engine/step.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant, Random, SteppedClock } from '#prelude/ports.ts';
import type { Profile } from './profile.ts';
import { type Move, SimulatedPerson } from './simulated-person.ts';
import { timeOutside } from './time-outside.ts';

export interface SimulateOptions {
  readonly random: Random;
  /** Stands at the session's start; is left at its last step. */
  readonly clock: SteppedClock;
  readonly profile: Profile;
  readonly start: StartOptions;
  /** This person takes so many times as long as others; 1 when left out. */
  readonly pace?: number;
  /** What would happen after this moment is left to the future: the session is still under way then. */
  readonly until?: Instant;
}

/** One step of a simulated session. */
export interface SimulatedStep {
  readonly command: Command | { readonly kind: 'start' };
  readonly at: Instant;
  readonly events: readonly SessionEvent[];
  /** As the step leaves it. */
  readonly state: SessionState;
}

/**
 * Runs one session of simulated people by the real engine. The same seed gives the same session.
 *
 * @throws when the profile does not fit the Interaction, such as by an answer that is refused
 */
export function simulate(program: Program, options: SimulateOptions): readonly SimulatedStep[] {
  const { random, clock, profile, pace = 1, until = Number.POSITIVE_INFINITY } = options;
  const person = new SimulatedPerson(program, profile, random, pace);
  const started = start(program, options.start, clock.now());
  if (!started.ok) throw new Error(`The simulated session does not start: ${started.error.message}`);
  const { events: first, state: begun } = started.value;
  const steps: SimulatedStep[] = [{ command: { kind: 'start' }, at: clock.now(), events: first, state: begun }];
  let given = rememberedBy(NOTHING_GIVEN, started.value);
  for (let { state } = started.value; state.status === 'waiting' || state.status === 'paused'; ) {
    const fits = (answer: Json | undefined) => decide(program, state, answering(answer), clock.now(), given).ok;
    const { after, command } = comesFromOutside(program, state, given, options) ?? person.next(state, fits);
    if (clock.now() + after > until) break;
    clock.advance(after);
    const decided = decide(program, state, command, clock.now(), given);
    if (!decided.ok) throw new Error(`At ${state.at}, ${JSON.stringify(command)} is refused: ${decided.error.message}`);
    const { events, state: next } = decided.value;
    steps.push({ command, at: clock.now(), events, state: next });
    given = rememberedBy(given, decided.value);
    state = next;
  }
  return steps;
}

function answering(value: Json | undefined): Command {
  return value === undefined ? { kind: 'answer' } : { kind: 'answer', value };
}

/** What the world outside does next, before the person can do anything. */
function comesFromOutside(
  program: Program,
  state: SessionState,
  given: Given,
  { random, clock }: SimulateOptions,
): Move | undefined {
  const [effect] = state.effects ?? [];
  const command = performSample(program, state, given);
  return effect && command && { after: timeOutside(effect, random, clock.now()), command };
}

/** Secrets stay in the memory of whoever runs the session. */
function rememberedBy(given: Given, { secrets }: Step): Given {
  return secrets ? { ...given, secrets: { ...given.secrets, ...secrets } } : given;
}
