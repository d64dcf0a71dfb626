import type { Attention } from '#contract/command.ts';
import type { AnswerOutcome, Assignment, Leave, RunContext } from '#contract/element-type.ts';
import { ENGINE_OUTCOMES, type EngineExit, type SessionEvent } from '#contract/event.ts';
import { assertNever, invariant } from '#prelude/assert-never.ts';
import type { ElementId } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Instant } from '#prelude/ports.ts';
import { applyEvent, type Draft } from './evolve.ts';
import type { Program, ProgramElement } from './program.ts';
import { runContext } from './run-context.ts';
import type { SessionState } from './state.ts';

type Left = { -readonly [K in keyof ElementLeft]: ElementLeft[K] };
type ElementLeft = SessionEvent & { kind: 'element-left' };

/** The attention of an element that nobody was shown. */
const PASSED: Attention = {};

/** What one command did: its events, and the state they lead to. */
export interface Step {
  readonly events: readonly SessionEvent[];
  readonly state: SessionState;
}

/** One step under way: emits events and walks on until the run waits or is over. */
export class Walk {
  readonly events: SessionEvent[] = [];
  readonly program: Program;
  readonly draft: Draft;
  readonly now: Instant;

  constructor(program: Program, draft: Draft, now: Instant) {
    this.program = program;
    this.draft = draft;
    this.now = now;
  }

  emit(event: SessionEvent): void {
    this.events.push(event);
    applyEvent(this.draft, event);
  }

  done(): Step {
    return { events: this.events, state: this.draft as SessionState };
  }

  node(id: ElementId): ProgramElement {
    const node = this.program.elements.get(id);
    invariant(node, `the version of this session has an element ${id}`);
    return node;
  }

  context(node: ProgramElement): RunContext {
    return runContext(this.program, node, this.draft, this.now);
  }

  /** Enters an element and goes on until somebody has to answer or the run is over. */
  enter(element: ElementId): void {
    for (let next: ElementId | null = element, passed = 0; next !== null; passed++) {
      const limit = this.limitReached(passed);
      this.emit({ kind: 'element-entered', n: this.draft.n + 1, element: next, at: this.now });
      if (limit) this.fail(next, limit.code, limit.message);
      next = limit ? null : this.pass(this.node(next));
    }
  }

  private limitReached(passed: number): { code: string; message: string } | undefined {
    if (passed >= LIMITS.stepsWithoutWait) return { code: 'engine.too-many-steps', message: TOO_MANY_STEPS };
    if (this.draft.n >= LIMITS.visits) return { code: 'engine.too-many-visits', message: TOO_MANY_VISITS };
    return undefined;
  }

  /** Asks the element just entered what happens; returns the element to enter next, or null where the run stops. */
  private pass(node: ProgramElement): ElementId | null {
    const outcome = node.type.enter(node.settings, this.context(node));
    switch (outcome.do) {
      case 'wait':
        return null;
      case 'leave':
        return this.leave(node, outcome, PASSED);
      case 'finish':
        this.leaveBy('end', null, PASSED);
        this.emit({ kind: 'ended', at: this.now, element: node.id, outcome: outcome.outcome });
        return null;
      case 'fail':
        this.fail(node.id, outcome.code, outcome.message);
        return null;
      default:
        return assertNever(outcome);
    }
  }

  /** The page was answered: keeps the answer, sets what it sets, and goes on. */
  answered(node: ProgramElement, outcome: Exclude<AnswerOutcome, { do: 'refuse' }>, attention: Attention): void {
    if (outcome.answer !== undefined) {
      const { answer, shown = '' } = outcome;
      this.emit({ kind: 'answer-given', n: this.draft.n, element: node.id, answer, shown });
    }
    const next = this.leave(node, outcome, attention);
    if (next !== null) this.enter(next);
  }

  private leave(node: ProgramElement, leave: Leave, attention: Attention): ElementId | null {
    for (const set of leave.sets ?? []) this.set(set);
    const exit = node.exits.get(leave.exit);
    invariant(exit, `${node.type.type} declares its exit ${leave.exit}`);
    const to = leave.option === undefined ? exit.to[0] : exit.to.find((id) => id === leave.option);
    if (to !== undefined) {
      this.leaveBy(leave.exit, to, attention, leave);
      return to;
    }
    if (exit.exit.unconnected === 'problem') {
      this.fail(
        node.id,
        'engine.exit-not-connected',
        `Nothing is connected to the exit “${exit.exit.label}” of “${node.element.name}”`,
      );
      return null;
    }
    this.leaveBy('end', null, attention, leave);
    this.emit({ kind: 'ended', at: this.now, element: node.id, outcome: ENGINE_OUTCOMES.completed });
    return null;
  }

  private set({ key, value, cause }: Assignment): void {
    this.emit({ kind: 'variable-set', n: this.draft.n, key, ...(value === undefined ? {} : { value }), cause });
  }

  /** Closes the current visit. Time on it comes from the server's clock; the client's figures only share it out. */
  leaveBy(exit: string, to: ElementId | null, attention: Attention, leave?: Leave): void {
    const { draft } = this;
    const pausedNow = draft.pausedAt === undefined ? 0 : Math.max(0, this.now - draft.pausedAt);
    const elapsed = Math.max(0, this.now - draft.enteredAt - draft.pausedFor - pausedNow);
    const active = within(attention.active ?? elapsed, elapsed);
    const idle = within(attention.idle ?? elapsed - active, elapsed - active);
    const left: Left = { kind: 'element-left', n: draft.n, element: draft.at, at: this.now, exit, to, active, idle };
    if (leave && leave.exit !== exit) left.through = leave.exit;
    if (leave?.why) left.why = leave.why;
    if (attention === PASSED) left.passed = true;
    this.emit(left);
  }

  /** Ends the run by an exit of the engine's own. */
  end(exit: EngineExit, outcome: string, attention: Attention, reason?: string): void {
    const element = this.draft.at;
    this.leaveBy(exit, null, attention);
    this.emit({ kind: 'ended', at: this.now, element, outcome, ...(reason ? { reason } : {}) });
  }

  private fail(element: ElementId, code: string, message: string): void {
    this.leaveBy('failed', null, {});
    this.emit({ kind: 'failed', at: this.now, element, code, message });
  }
}

const TOO_MANY_STEPS = `The run passed ${LIMITS.stepsWithoutWait} elements without a page; there is a cycle that never waits`;
const TOO_MANY_VISITS = `The session has ${LIMITS.visits} visits, which is the limit`;

function within(value: number, most: number): number {
  return Math.round(Math.min(Math.max(0, value), most));
}
