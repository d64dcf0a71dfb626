import type { Command, Rejection, RejectionCode } from '#contract/command.ts';
import { ENGINE_OUTCOMES } from '#contract/event.ts';
import { assertNever, invariant } from '#prelude/assert-never.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Instant } from '#prelude/ports.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { draftOf } from './evolve.ts';
import type { Program } from './program.ts';
import type { SessionState, TrailStep } from './state.ts';
import { type Step, Walk } from './step.ts';

type Decision = Result<Step, Rejection>;

/** What a command does to a session: the events of one step, or why it is refused (and then nothing happened). */
export function decide(program: Program, state: SessionState, command: Command, now: Instant): Decision {
  const timedOut = state.status === 'ended' && state.outcome === ENGINE_OUTCOMES.timedOut;
  if ((state.status === 'ended' || state.status === 'failed') && !(timedOut && command.kind === 'resume')) {
    return reject('session.over', 'The session is over');
  }
  const walk = () => new Walk(program, draftOf(state), now);
  switch (command.kind) {
    case 'answer':
      return waiting(state) ?? answer(walk(), state, command);
    case 'back':
      return waiting(state) ?? back(walk(), program, state, command);
    case 'jump':
      return waiting(state) ?? jump(walk(), program, state, command);
    case 'note':
      return note(walk(), state, command.text);
    case 'pause':
      return waiting(state) ?? pause(walk(), command);
    case 'resume':
      return resume(walk(), state, timedOut);
    case 'quit': {
      const leaving = walk();
      leaving.end('quit', ENGINE_OUTCOMES.quit, command, command.reason);
      return ok(leaving.done());
    }
    case 'expire': {
      const expiring = walk();
      expiring.end('expired', ENGINE_OUTCOMES.timedOut, command);
      return ok(expiring.done());
    }
    default:
      return assertNever(command);
  }
}

function waiting(state: SessionState): Decision | undefined {
  return state.status === 'waiting'
    ? undefined
    : reject('session.not-waiting', 'The session is paused; resume it first');
}

function answer(walk: Walk, state: SessionState, command: Command & { kind: 'answer' }): Decision {
  const node = walk.node(state.at);
  invariant(node.type.answer, `${node.type.type} waits, so it takes answers`);
  const outcome = node.type.answer(node.settings, command.value, walk.context(node));
  if (outcome.do === 'refuse') {
    return fail({
      code: 'answer.refused',
      message: outcome.problems[0]?.message ?? 'The answer does not fit',
      fields: outcome.problems,
    });
  }
  walk.answered(node, outcome, command);
  return ok(walk.done());
}

function back(walk: Walk, program: Program, state: SessionState, command: Command & { kind: 'back' }): Decision {
  const earlier = state.trail.slice(0, -1).filter((step) => program.elements.get(step.element)?.type.page);
  const target = command.to === undefined ? earlier.at(-1) : earlier.find((step) => step.n === command.to);
  if (!target) {
    return command.to === undefined
      ? reject('back.nothing-before', 'This is the first page')
      : reject('back.not-on-path', 'That page is no longer on the path that led here');
  }
  return goBack(walk, state, target, command);
}

function goBack(walk: Walk, state: SessionState, target: TrailStep, command: Command): Decision {
  const since = state.trail.slice(state.trail.findIndex((step) => step.n === target.n));
  const { restored, unset } = valuesBefore(since);
  walk.leaveBy('back', target.element, command);
  walk.emit({ kind: 'went-back', at: walk.now, to: target.n, restored, unset });
  walk.enter(target.element);
  return ok(walk.done());
}

/** Variables as they stood before the first of these visits: the earliest memory of each key holds. */
function valuesBefore(steps: readonly TrailStep[]): { restored: JsonObject; unset: string[] } {
  const restored: { [key: string]: Json } = {};
  const unset = new Set<string>();
  for (const { before = {}, unset: wasUnset = [] } of steps.toReversed()) {
    for (const [key, value] of Object.entries(before)) {
      if (value !== undefined) restored[key] = value;
      unset.delete(key);
    }
    for (const key of wasUnset) {
      delete restored[key];
      unset.add(key);
    }
  }
  return { restored, unset: [...unset].sort() };
}

function jump(walk: Walk, program: Program, state: SessionState, command: Command & { kind: 'jump' }): Decision {
  const earlier = state.trail.slice(0, -1).findLast((step) => step.element === command.to);
  if (earlier && program.elements.get(command.to)?.type.page) return goBack(walk, state, earlier, command);
  if (!program.elements.get(command.to)?.element.entryPoint) {
    return reject('jump.not-allowed', `“${nameOf(program, command.to)}” is neither an earlier page nor an entry point`);
  }
  walk.leaveBy('jump', command.to, command);
  walk.emit({ kind: 'jumped', at: walk.now, to: command.to });
  walk.enter(command.to);
  return ok(walk.done());
}

function nameOf(program: Program, element: ElementId): string {
  return program.elements.get(element)?.element.name ?? element;
}

function note(walk: Walk, state: SessionState, given: string): Decision {
  const text = given.trim();
  if (text === '') return reject('note.empty', 'The note is empty');
  if (text.length > LIMITS.longText) return reject('note.too-long', `A note has at most ${LIMITS.longText} characters`);
  walk.emit({ kind: 'note-added', n: state.n, element: state.at, at: walk.now, text });
  return ok(walk.done());
}

function pause(walk: Walk, command: Command & { kind: 'pause' }): Decision {
  walk.emit({ kind: 'paused', at: walk.now, ...(command.reason ? { reason: command.reason } : {}) });
  return ok(walk.done());
}

/** A timed-out session comes back on the same element in a visit of its own; the expired one stays counted as that. */
function resume(walk: Walk, state: SessionState, timedOut: boolean): Decision {
  if (state.status !== 'paused' && !timedOut) return reject('session.not-paused', 'The session is not paused');
  walk.emit({ kind: 'resumed', at: walk.now });
  if (timedOut) walk.enter(state.at);
  return ok(walk.done());
}

function reject(code: RejectionCode, message: string): Decision {
  return fail({ code, message });
}
