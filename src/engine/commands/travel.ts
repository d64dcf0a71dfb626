import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { ok } from '#prelude/result.ts';
import type { Program } from '../program.ts';
import { type Decision, reject } from '../rejection.ts';
import { callUnderWay, type Stay, type TrailStep } from '../state.ts';
import type { Walk } from '../walk.ts';

/** Returns to an earlier page: the one before, or a visit that is named. */
export function back(walk: Walk, command: Command & { kind: 'back' }): Decision {
  const earlier = walk.draft.trail.slice(0, -1).filter(({ element }) => isPage(walk.program, element));
  const target = command.to === undefined ? earlier.at(-1) : earlier.find((step) => step.n === command.to);
  if (!target) {
    return command.to === undefined
      ? reject('back.nothing-before', 'This is the first page')
      : reject('back.not-on-path', 'That page is no longer on the path that led here');
  }
  return goBack(walk, target, command);
}

/** Goes to an earlier page, or to an entry point, from which *return* leads back. */
export function jump(walk: Walk, command: Command & { kind: 'jump' }): Decision {
  const { draft, program } = walk;
  const earlier = draft.trail.slice(0, -1).findLast((step) => step.element === command.to);
  if (earlier && isPage(program, command.to)) return goBack(walk, earlier, command);
  if (!program.entryPoints.some(({ element }) => element === command.to)) {
    return reject('jump.not-allowed', `“${nameOf(program, command.to)}” is neither an earlier page nor an entry point`);
  }
  const from = draft.at;
  walk.leaveFor('jump', command.to, command);
  walk.emit({ kind: 'jumped', at: walk.now, to: command.to, from });
  walk.arrive(command.to);
  return ok(walk.done());
}

/** Back to where the last jump to an entry point was made. */
export function returnFromJump(walk: Walk, command: Command & { kind: 'return' }): Decision {
  const to = walk.draft.returns?.at(-1);
  if (to === undefined) return reject('return.nowhere', 'No jump was made that could be returned from');
  walk.leaveFor('jump', to, command);
  walk.emit({ kind: 'returned', at: walk.now, to });
  walk.arrive(to);
  return ok(walk.done());
}

function goBack(walk: Walk, target: TrailStep, command: Command): Decision {
  const { trail } = walk.draft;
  const at = trail.findIndex((step) => step.n === target.n);
  const values = valuesBefore(trail.slice(at));
  // A later call of the same element is another one, whose visit is over.
  const isCallOf = ({ n, began = n, element }: Stay) =>
    n < target.n || began === callUnderWay(trail.slice(0, at), element);
  walk.leaveFor('back', target.element, command, isCallOf);
  walk.emit({ kind: 'went-back', at: walk.now, to: target.n, ...values });
  walk.arrive(target.element);
  return ok(walk.done());
}

/** Variables as they stood before the first of these visits: the earliest memory of each key holds. */
function valuesBefore(steps: readonly TrailStep[]): ValuesBefore {
  const restored: { [key: string]: Json } = {};
  const unset = new Set<string>();
  const secrets: { [key: string]: ElementPath } = {};
  for (const { before = {}, unset: wasUnset = [], secrets: wereSecret = {} } of steps.toReversed()) {
    for (const key of [...Object.keys(before), ...wasUnset]) delete secrets[key];
    Object.assign(secrets, wereSecret);
    for (const [key, value] of Object.entries(before)) {
      if (value !== undefined) restored[key] = value;
      unset.delete(key);
    }
    for (const key of wasUnset) {
      delete restored[key];
      unset.add(key);
    }
  }
  const values = { restored, unset: [...unset].sort() };
  return Object.keys(secrets).length > 0 ? { ...values, secrets } : values;
}

type ValuesBefore = Pick<SessionEvent & { readonly kind: 'went-back' }, 'restored' | 'unset' | 'secrets'>;

function isPage(program: Program, element: ElementPath): boolean {
  return program.find(element)?.node.type.page !== undefined;
}

function nameOf(program: Program, element: ElementPath): string {
  return program.find(element)?.node.element.name ?? element;
}
