import type { Attention } from '#contract/command.ts';
import type { EffectRequest, EffectResult, OpenEffect } from '#contract/effect.ts';
import { callerOf, callersOf, within } from '#contract/element-path.ts';
import type { Assignment, EnterOutcome, Failure, GivenAnswer, Leave, RunContext } from '#contract/element-type.ts';
import { ENGINE_OUTCOMES, type EngineExit, type SessionEvent } from '#contract/event.ts';
import { assertNever, invariant } from '#prelude/assert-never.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { type Json, type JsonObject, own } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Mutable } from '#prelude/mutable.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Draft } from './draft.ts';
import type { Fold } from './fold.ts';
import type { Given } from './given.ts';
import type { Place, Program } from './program.ts';
import { runContext } from './run-context.ts';
import { notConnected, subMissing, TOO_DEEP, TOO_MANY_STEPS, TOO_MANY_VISITS } from './run-failures.ts';
import { sameJson } from './same-json.ts';
import { SecretGone } from './secret-gone.ts';
import { keptKey, ownVariables, type Stay } from './state.ts';
import type { Step } from './step.ts';
import { StepSize } from './step-size.ts';
import { subVariables } from './sub-variables.ts';
import { PASSED, timeSpent } from './time-spent.ts';

/** One step under way: emits events and walks on until the run waits or is over. */
export class Walk {
  readonly events: SessionEvent[] = [];
  readonly program: Program;
  readonly fold: Fold;
  readonly now: Instant;
  readonly given: Given;
  #secrets: { [key: string]: Json } | undefined;
  #handedOver = false;
  readonly #size = new StepSize();
  /** The element by whose connector the next one is reached. */
  #from: ElementPath | undefined;

  constructor(program: Program, fold: Fold, now: Instant, given: Given) {
    this.program = program;
    this.fold = fold;
    this.now = now;
    this.given = given;
  }

  get draft(): Draft {
    return this.fold.draft;
  }

  emit(event: SessionEvent): void {
    this.events.push(event);
    this.fold.apply(event);
  }

  done(): Step {
    const { events } = this;
    const { state } = this.fold;
    return this.#secrets ? { events, state, secrets: this.#secrets } : { events, state };
  }

  place(path: ElementPath): Place {
    const place = this.program.find(path);
    invariant(place, `the version of this session has an element ${path}`);
    return place;
  }

  context(place: Place, from?: ElementPath): RunContext {
    const secrets = this.#secrets ? { ...this.given.secrets, ...this.#secrets } : this.given.secrets;
    return runContext(place, this.draft, this.now, secrets ? { ...this.given, secrets } : this.given, from);
  }

  /** Enters an element and goes on until somebody has to answer, something is awaited, or the run is over. */
  enter(element: ElementPath): void {
    for (let next: ElementPath | null = element, passed = 0; next !== null; passed++) {
      const limit = this.#limitReached(passed);
      this.emit({ kind: 'element-entered', n: this.draft.n + 1, element: next, at: this.now });
      if (limit) this.fail(limit);
      next = limit ? null : this.#pass(this.place(next));
    }
    if (this.#handedOver && this.draft.status === 'waiting') this.emit({ kind: 'paused', at: this.now });
  }

  #limitReached(passed: number): Failure | undefined {
    if (passed >= LIMITS.stepsWithoutWait) return TOO_MANY_STEPS;
    if (this.draft.n >= LIMITS.visits) return TOO_MANY_VISITS;
    return undefined;
  }

  /** Asks the element just entered what happens; returns the element to enter next, or null where the run stops. */
  #pass(place: Place): ElementPath | null {
    const from = this.#from;
    this.#from = undefined;
    try {
      return this.#follow(place, place.node.type.enter(place.node.settings, this.context(place, from)));
    } catch (error) {
      if (error instanceof SecretGone) return this.leaveToAsk(error);
      throw error;
    }
  }

  /** The current visit. */
  here(): Stay {
    const { n, at: element, enteredAt, pausedFor } = this.draft;
    return { n, element, enteredAt, pausedFor };
  }

  #follow(place: Place, outcome: EnterOutcome): ElementPath | null {
    switch (outcome.do) {
      case 'wait':
        return null;
      case 'leave':
        if (outcome.request) this.request(place, outcome.request, { holds: false });
        return this.leave(place, this.here(), outcome, PASSED);
      case 'request':
        this.request(place, outcome.request, { holds: true });
        return null;
      case 'call':
        return this.#call(place, outcome);
      case 'transfer': {
        const { to, note, exit } = outcome;
        this.emit({ kind: 'transferred', at: this.now, element: place.path, to, ...(note ? { note } : {}) });
        if (to.number === undefined) this.#handedOver = true;
        return this.leave(place, this.here(), { do: 'leave', exit }, PASSED);
      }
      case 'finish':
        return this.#finish(
          place,
          outcome.outcome,
          PASSED,
          outcome.summary === undefined ? {} : { summary: outcome.summary },
        );
      case 'fail':
        this.fail(outcome);
        return null;
      default:
        return assertNever(outcome);
    }
  }

  /** The page was answered: keeps the answer, sets what it sets, and goes on. */
  answered(place: Place, outcome: Leave & GivenAnswer, attention: Attention): void {
    const { answer, shown = '', secret } = outcome;
    const { n } = this.draft;
    const { path: element } = place;
    if (secret) this.emit({ kind: 'answer-given', n, element, shown });
    else if (answer !== undefined) this.emit({ kind: 'answer-given', n, element, answer, shown });
    const next = this.leave(place, this.here(), outcome, attention);
    if (next !== null) this.enter(next);
  }

  /** Leaves an element by one of its exits; returns the element to enter next, or null where the run is over. */
  leave(place: Place, stay: Stay, leave: Leave, attention: Attention): ElementPath | null {
    const tooLarge = this.setAll(place, stay.n, leave.sets ?? []) ?? this.#keep(place, stay.n, leave.keeps ?? {});
    if (tooLarge) {
      this.fail(tooLarge, stay, attention);
      return null;
    }
    const { node, frame } = place;
    const exit = node.exits.get(leave.exit);
    invariant(exit, `${node.type.type} declares its exit ${leave.exit}`);
    const to = leave.option === undefined ? exit.to[0] : exit.to.find((id) => id === leave.option);
    if (to !== undefined) {
      const next = within(frame, to);
      this.leaveBy(leave.exit, next, attention, { stay, leave });
      this.#from = place.path;
      return next;
    }
    switch (exit.exit.unconnected) {
      case 'problem':
        this.fail(notConnected(exit.exit.label, node.element.name), stay, attention);
        return null;
      case 'ends-completed':
        return this.#finish(place, ENGINE_OUTCOMES.completed, attention, { stay, leave });
      case 'ends-transferred':
        return this.#finish(place, ENGINE_OUTCOMES.transferred, attention, { stay, leave });
      default:
        return assertNever(exit.exit.unconnected);
    }
  }

  /** Keeps what has changed of what an element keeps for itself. */
  #keep(place: Place, n: number, keeps: JsonObject): Failure | undefined {
    for (const [key, value] of Object.entries(keeps)) {
      const before = own(this.draft.variables, keptKey(place.path, key)) ?? null;
      if (value === undefined || sameJson(value, before)) continue;
      this.emit({ kind: 'kept', n, element: place.path, key, ...(value === null ? {} : { value }) });
      this.#size.add(value);
    }
    return this.#size.failure;
  }

  /** The Interaction of this frame is over: the caller goes on, or a jump is returned from, or the session ends. */
  #finish(
    place: Place,
    outcome: string,
    attention: Attention,
    { stay = this.here(), leave, summary }: { stay?: Stay; leave?: Leave; summary?: string } = {},
  ): ElementPath | null {
    const caller = callerOf(place.frame);
    const back =
      leave && caller === undefined && outcome === ENGINE_OUTCOMES.completed ? this.draft.returns?.at(-1) : undefined;
    if (back !== undefined) {
      this.leaveBy('jump', back, attention, leave ? { stay, leave } : { stay });
      this.emit({ kind: 'returned', at: this.now, to: back });
      this.#openCallers(back);
      return back;
    }
    this.leaveBy('end', null, attention, leave ? { stay, leave } : { stay });
    if (caller !== undefined) return this.#return(caller, outcome);
    const said = summary === undefined ? {} : { summary };
    this.emit({ kind: 'ended', at: this.now, element: place.path, outcome, ...said });
    return null;
  }

  #call(place: Place, { interaction, variables: given }: EnterOutcome & { do: 'call' }): ElementPath | null {
    const callee = place.program.callee(interaction);
    const start = callee?.interaction.start;
    if (!callee || start === undefined) {
      this.fail(subMissing(place.node.element.name));
      return null;
    }
    if (callersOf(place.path).length >= LIMITS.callDepth) {
      this.fail(TOO_DEEP);
      return null;
    }
    const variables = subVariables(callee, given);
    if (!variables.ok) {
      this.fail(variables.error);
      return null;
    }
    this.#size.add(variables.value);
    this.emit({
      kind: 'sub-started',
      n: this.draft.n,
      element: place.path,
      interaction: callee.interaction.id,
      version: callee.version,
      variables: variables.value,
    });
    return within(`${place.path}/`, start);
  }

  /** A called Interaction is over: its caller says what becomes of its values, and the run goes on behind it. */
  #return(caller: ElementPath, outcome: string): ElementPath | null {
    const place = this.place(caller);
    const stay = this.draft.calls?.at(-1);
    invariant(stay?.element === caller && place.node.type.returned, 'a called Interaction has an open caller');
    const variables = ownVariables(this.draft.variables, `${caller}/`);
    this.emit({ kind: 'sub-ended', n: stay.n, element: caller, outcome });
    try {
      const leave = place.node.type.returned(place.node.settings, { outcome, variables }, this.context(place));
      if (leave.do === 'leave') return this.leave(place, stay, leave, {});
      this.fail(leave, stay);
      return null;
    } catch (error) {
      if (!(error instanceof SecretGone)) throw error;
      return this.#askAgain(error, (asked) => this.#leaveCalls('jump', asked));
    }
  }

  /** Sets variables one after the other; the failure, where it becomes too much. */
  setAll(place: Place, n: number, sets: readonly Assignment[]): Failure | undefined {
    for (const set of sets) {
      this.#set(place, n, set);
      this.#size.add(set.value);
      this.#size.add(set.cause.read);
      if (this.#size.failure) return this.#size.failure;
    }
    return undefined;
  }

  /** Sets a variable of the place's frame. What is secret, or was made of something secret, goes to memory alone. */
  #set(place: Place, n: number, { key, value, cause }: Assignment): void {
    const name = place.frame + key;
    const isSecret = place.program.secrets.has(key) || this.#readsSecrets(place, cause.expression);
    if (value === undefined) {
      this.emit({ kind: 'variable-set', n, key: name, cause });
    } else if (isSecret) {
      this.#secrets = { ...this.#secrets, [name]: value };
      this.emit({ kind: 'variable-set', n, key: name, element: place.path, secret: true, cause });
    } else {
      this.emit({ kind: 'variable-set', n, key: name, value, cause });
    }
  }

  #readsSecrets(place: Place, expression: string | undefined): boolean {
    return expression !== undefined && this.context(place).secretsOf(expression).length > 0;
  }

  /** Asks the world outside for something. */
  request(
    place: Place,
    request: EffectRequest,
    asked: { readonly holds: boolean; readonly button?: string; readonly answer?: Json },
  ): void {
    const { path: element } = place;
    const effect = `e${(this.draft.requested ?? 0) + 1}`;
    this.#size.add(request as unknown as JsonObject);
    this.emit({ kind: 'effect-requested', n: this.draft.n, element, at: this.now, effect, request, ...asked });
  }

  finished({ id: effect }: OpenEffect, result: EffectResult): void {
    const { n, at: element } = this.draft;
    const code = result.status === 'failed' ? { code: result.code } : {};
    const http = 'http' in result && result.http !== undefined ? { http: result.http } : {};
    const { status } = result;
    this.emit({ kind: 'effect-finished', n, element, at: this.now, effect, status, ...code, ...http });
  }

  /** Closes a visit, the current one unless said. */
  leaveBy(
    exit: string,
    to: ElementPath | null,
    attention: Attention,
    { stay = this.here(), leave }: { readonly stay?: Stay; readonly leave?: Leave } = {},
  ): void {
    const { active, idle } = timeSpent(stay, this.draft.pausedAt, this.now, attention);
    const { n, element } = stay;
    const event: Mutable<ElementLeft> = { kind: 'element-left', n, element, at: this.now, exit, to, active, idle };
    // One by one: this is the commonest event, and to spread what may be missing takes ten times as long.
    if (leave && leave.exit !== exit) event.through = leave.exit;
    if (attention === PASSED) event.passed = true;
    if (leave?.why) event.why = leave.why;
    this.emit(event);
  }

  /** Closes the current visit, and those of callers that do not lead to `to`, by an exit of the engine's own. */
  leaveFor(exit: EngineExit, to: ElementPath | null, attention: Attention, stays: CallStays = always): void {
    this.leaveBy(exit, to, attention);
    this.#leaveCalls(exit, to, stays);
  }

  #leaveCalls(exit: EngineExit, to: ElementPath | null, stays: CallStays = always): void {
    const callers = to === null ? [] : callersOf(to);
    const calls = this.draft.calls ?? [];
    const firstLeft = calls.findIndex((call) => !callers.includes(call.element) || !stays(call));
    if (firstLeft < 0) return;
    for (const call of calls.slice(firstLeft).toReversed()) this.leaveBy(exit, to, {}, { stay: call });
  }

  /** Enters an element that was reached by no connector; callers that are not open are entered before it. */
  arrive(to: ElementPath): void {
    this.#openCallers(to);
    this.enter(to);
  }

  #openCallers(to: ElementPath): void {
    const callers = callersOf(to);
    for (const [index, caller] of callers.entries()) {
      if (this.draft.calls?.some(({ element }) => element === caller)) continue;
      const callee = this.place(callers[index + 1] ?? to).program;
      const n = this.draft.n + 1;
      this.emit({ kind: 'element-entered', n, element: caller, at: this.now });
      const { id: interaction } = callee.interaction;
      const { version } = callee;
      this.emit({ kind: 'sub-started', n, element: caller, interaction, version, variables: {}, again: true });
    }
  }

  /** Ends the run by an exit of the engine's own. */
  end(exit: EngineExit, outcome: string, attention: Attention, reason?: string): void {
    const element = this.draft.at;
    this.leaveFor(exit, null, attention);
    this.emit({ kind: 'ended', at: this.now, element, outcome, ...(reason ? { reason } : {}) });
  }

  /** @param stay the visit that fails: of the current element, or of one whose sub-Interaction is over */
  fail({ code, message }: Failure, stay: Stay = this.here(), attention: Attention = {}): void {
    const { element } = stay;
    // A copy: a visit that failed was not just passed, though nobody was shown anything.
    if (stay.n === this.draft.n) this.leaveBy('failed', null, { ...attention }, { stay });
    this.#leaveCalls('failed', null);
    this.emit({ kind: 'failed', at: this.now, element, code, message });
  }

  /** Leaves for the element that asked for a secret which memory has lost; it is of the same frame as its use. */
  leaveToAsk(gone: SecretGone): ElementPath {
    return this.#askAgain(gone, (asked) => this.leaveFor('jump', asked, {}));
  }

  #askAgain({ key }: SecretGone, leave: (asked: ElementPath) => void): ElementPath {
    const asked = this.draft.secrets?.[key];
    invariant(asked !== undefined, 'a secret that is missed was given');
    leave(asked);
    this.emit({ kind: 'jumped', at: this.now, to: asked, again: true });
    return asked;
  }
}

/** Whether a call that leads to a place is the one that is meant. */
type CallStays = (call: Stay) => boolean;

const always: CallStays = () => true;

type ElementLeft = SessionEvent & { readonly kind: 'element-left' };
