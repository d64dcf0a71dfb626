import { maskCardNumbers } from '#contract/card-numbers.ts';
import type { Attention, Command } from '#contract/command.ts';
import type { AnswerOutcome } from '#contract/element-type.ts';
import { invariant } from '#prelude/assert-never.ts';
import { type Json, type JsonObject, own } from '#prelude/json.ts';
import { ok } from '#prelude/result.ts';
import type { Place } from '../program.ts';
import { type Decision, refuseAnswer, reject } from '../rejection.ts';
import { SecretGone } from '../secret-gone.ts';
import { liesAhead } from '../state.ts';
import type { Walk } from '../walk.ts';

/** Answers the page at which the run waits. */
export function answer(walk: Walk, command: Command & { kind: 'answer' }): Decision {
  const place = walk.place(walk.draft.at);
  const outcome = answerOutcome(walk, place, command.value);
  if (outcome instanceof SecretGone) walk.enter(walk.leaveToAsk(outcome));
  else if (outcome.do === 'refuse') return refuseAnswer(outcome.problems);
  else take(walk, place, outcome, command.value, command);
  return ok(walk.done());
}

/**
 * Gives the earlier answers again: of one page, or of one after the other, as long as they lead from one page that was passed
 * to the next. It stops where the way has changed, where an answer no longer fits, and at the page that was gone back from.
 */
export function forward(walk: Walk, command: Command & { kind: 'forward' }): Decision {
  if (!liesAhead(walk.draft)) return reject('forward.nothing-ahead', 'There is no earlier answer to give again');
  let attention: Attention = command;
  do {
    const place = walk.place(walk.draft.at);
    const value = own(walk.draft.suggestions as JsonObject, walk.draft.at);
    const outcome = answerOutcome(walk, place, value);
    if (outcome instanceof SecretGone) {
      walk.enter(walk.leaveToAsk(outcome));
      break;
    }
    if (outcome.do === 'refuse') {
      if (walk.events.length === 0) return refuseAnswer(outcome.problems);
      break;
    }
    take(walk, place, outcome, value, attention);
    attention = {};
  } while (command.all && walk.draft.status === 'waiting' && !walk.draft.effects && liesAhead(walk.draft));
  return ok(walk.done());
}

function answerOutcome(walk: Walk, place: Place, value: Json | undefined): AnswerOutcome | SecretGone {
  const { type, settings } = place.node;
  invariant(type.answer, `${type.type} waits, so it takes answers`);
  try {
    return type.answer(settings, value, walk.context(place));
  } catch (error) {
    if (error instanceof SecretGone) return error;
    throw error;
  }
}

function take(
  walk: Walk,
  place: Place,
  outcome: Exclude<AnswerOutcome, { do: 'refuse' }>,
  value: Json | undefined,
  attention: Attention,
): void {
  if (outcome.do === 'leave') walk.answered(place, outcome, attention);
  else {
    // The log keeps it until the check is over.
    const answer = typeof value === 'string' ? maskCardNumbers(value) : value;
    walk.request(place, outcome.request, { holds: true, ...(answer === undefined ? {} : { answer }) });
  }
}
