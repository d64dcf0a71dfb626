import { buttonOutputs, pressButton } from '#contract/buttons/press-button.ts';
import { UNMET } from '#contract/call/call-request.ts';
import type { Attention, Command, FieldProblem } from '#contract/command.ts';
import type { EffectResult, OpenEffect } from '#contract/effect.ts';
import type { Failure, ResumeOutcome } from '#contract/element-type.ts';
import { say } from '#contract/wording.ts';
import { assertNever, invariant } from '#prelude/assert-never.ts';
import { LIMITS } from '#prelude/limits.ts';
import { ok } from '#prelude/result.ts';
import type { Place } from '../program.ts';
import { type Decision, refuseAnswer, reject } from '../rejection.ts';
import { SecretGone } from '../secret-gone.ts';
import type { Walk } from '../walk.ts';

/** Presses an action button of the page; the page stays. */
export function act(walk: Walk, id: string): Decision {
  const { draft } = walk;
  const place = walk.place(draft.at);
  const button = place.node.element.buttons?.find((each) => each.id === id);
  if (!button) return reject('act.no-button', 'This page has no such button');
  if (draft.effects?.some((effect) => effect.button === id)) return ok(walk.done());
  if ((draft.effects?.length ?? 0) >= LIMITS.openEffects) {
    return reject('effect.too-many', 'Too much is under way already; wait for some of it');
  }
  try {
    const request = pressButton(button, walk.context(place));
    if (request && 'do' in request) return refuseAnswer([{ field: id, ...cannotBeDone(request, draft.language) }]);
    walk.emit({ kind: 'button-pressed', n: draft.n, element: draft.at, at: walk.now, button: id });
    if (request) walk.request(place, request, { holds: false, ...(request.kind === 'call' ? { button: id } : {}) });
  } catch (error) {
    if (!(error instanceof SecretGone)) throw error;
    walk.enter(walk.leaveToAsk(error));
  }
  return ok(walk.done());
}

/** Why a button cannot be pressed now, in words for whoever is at the page. */
function cannotBeDone({ code, message }: Failure, language: string): Omit<FieldProblem, 'field'> {
  return { code, message: UNMET.has(code) ? say(language, 'page.button-unmet') : message };
}

/**
 * The result of an effect. One that comes twice, or after the session has moved on, finds no open effect and is refused:
 * nothing is applied that nobody waits for.
 */
export function effectResult(walk: Walk, command: Command & { kind: 'effect-result' }): Decision {
  const effect = walk.draft.effects?.find(({ id }) => id === command.effect);
  if (!effect) return reject('effect.not-awaited', 'Nothing waits for this result any more');
  finish(walk, effect, command.result, command);
  return ok(walk.done());
}

/** Goes on without what the page waits for. */
export function skip(walk: Walk, attention: Attention): Decision {
  const effect = walk.draft.effects?.find(({ holds }) => holds);
  if (!effect) return reject('effect.not-awaited', 'The page waits for nothing');
  const { type, settings } = walk.place(walk.draft.at).node;
  const awaited = type.awaits?.(settings, walk.context(walk.place(walk.draft.at)));
  if (awaited?.skippable === false) return reject('effect.not-skippable', 'The page cannot be left without it');
  finish(walk, effect, { status: 'skipped' }, attention);
  return ok(walk.done());
}

function resume(walk: Walk, place: Place, effect: OpenEffect, result: EffectResult): ResumeOutcome {
  const { type, settings } = place.node;
  invariant(type.resume, `${type.type} requests effects, so it takes their results`);
  return type.resume(settings, result, effect, walk.context(place));
}

function pressed(walk: Walk, place: Place, { button: id }: OpenEffect, result: EffectResult): ResumeOutcome {
  const button = place.node.element.buttons?.find((each) => each.id === id);
  return { do: 'stay', sets: button ? buttonOutputs(button, result, walk.context(place)) : [] };
}

function finish(walk: Walk, effect: OpenEffect, result: EffectResult, attention: Attention): void {
  const place = walk.place(walk.draft.at);
  walk.finished(effect, result);
  let outcome: ResumeOutcome;
  try {
    outcome = effect.button === undefined ? resume(walk, place, effect, result) : pressed(walk, place, effect, result);
  } catch (error) {
    if (!(error instanceof SecretGone)) throw error;
    walk.enter(walk.leaveToAsk(error));
    return;
  }
  switch (outcome.do) {
    case 'leave':
      walk.answered(place, outcome, attention);
      return;
    case 'stay': {
      const tooLarge = walk.setAll(place, walk.draft.n, outcome.sets ?? []);
      if (tooLarge) walk.fail(tooLarge);
      return;
    }
    case 'refuse': {
      const answer = effect.answer === undefined ? {} : { answer: effect.answer };
      const { n, at: element } = walk.draft;
      walk.emit({ kind: 'answer-turned-down', n, element, ...answer, problems: outcome.problems });
      return;
    }
    case 'fail':
      walk.fail(outcome);
      return;
    default:
      assertNever(outcome);
  }
}
