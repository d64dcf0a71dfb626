import { maskCardNumbers } from '#contract/card-numbers.ts';
import type { Command } from '#contract/command.ts';
import { ENGINE_OUTCOMES } from '#contract/event.ts';
import { LIMITS } from '#prelude/limits.ts';
import { ok } from '#prelude/result.ts';
import { type Decision, reject } from '../rejection.ts';
import type { Walk } from '../walk.ts';

/**
 * Hands the session over. A colleague or team finds it paused on the same page, in a visit of its own; put through to a
 * number outside, the session is over.
 */
export function transfer(walk: Walk, command: Command & { kind: 'transfer' }): Decision {
  const { to } = command;
  const note = maskCardNumbers(command.note?.trim() ?? '');
  if (to.user === undefined && to.team === undefined && to.number === undefined) {
    return reject('transfer.nobody', 'Say to whom the session is handed');
  }
  if (note.length > LIMITS.longText) return reject('note.too-long', `A note has at most ${LIMITS.longText} characters`);
  const { at: element, n } = walk.draft;
  walk.emit({ kind: 'transferred', at: walk.now, element, to, ...(note === '' ? {} : { note }) });
  if (to.number !== undefined) {
    walk.end('transferred', ENGINE_OUTCOMES.transferred, command);
    return ok(walk.done());
  }
  walk.leaveBy('transferred', element, command);
  walk.emit({ kind: 'element-entered', n: n + 1, element, at: walk.now });
  walk.emit({ kind: 'paused', at: walk.now });
  return ok(walk.done());
}
