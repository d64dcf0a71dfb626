import type { Attention, Command } from '#contract/command.ts';
import type { AnswerOutcome } from '#contract/element-type.ts';
import { invariant } from '#prelude/assert-never.ts';
import { type Json, type JsonObject, own } from '#prelude/json.ts';
import { ok } from '#prelude/result.ts';
import type { Place } from '../program.ts';
import { type Decision, refuseAnswer, reject } from '../rejection.ts';
import { SecretGone } from '../secret-gone.ts';
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

/** Gives the earlier answers again: of one page, or as long as the pages that were passed come again. */
export function forward(walk: Walk, command: Command & { kind: 'forward' }): Decision {
  const { draft } = walk;
  if (!draft.ahead?.includes(draft.at))
    return reject('forward.nothing-ahead', 'There is no earlier answer to give again');
  for (let attention: Attention = command, first = true; ; attention = {}, first = false) {
    const place = walk.place(draft.at);
    const value = own(draft.suggestions as JsonObject, draft.at);
    const outcome = answerOutcome(walk, place, value);
    if (outcome instanceof SecretGone || outcome.do === 'refuse') {
      if (first && !(outcome instanceof SecretGone)) return refuseAnswer(outcome.problems);
      break;
    }
    take(walk, place, outcome, value, attention);
    if (!command.all || draft.status !== 'waiting' || draft.effects || !draft.ahead?.includes(draft.at)) break;
  }
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
  else walk.request(place, outcome.request, { holds: true, ...(value === undefined ? {} : { answer: value }) });
}
