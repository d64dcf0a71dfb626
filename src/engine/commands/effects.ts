import { buttonOutputs, pressButton } from '#contract/buttons/press-button.ts';
import type { Attention, Command } from '#contract/command.ts';
import type { EffectResult, OpenEffect } from '#contract/effect.ts';
import type { ResumeOutcome } from '#contract/element-type.ts';
import { assertNever, invariant } from '#prelude/assert-never.ts';
import { LIMITS } from '#prelude/limits.ts';
import { ok } from '#prelude/result.ts';
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
    if (request && 'do' in request) return refuseAnswer([{ field: id, code: request.code, message: request.message }]);
    walk.emit({ kind: 'button-pressed', n: draft.n, element: draft.at, at: walk.now, button: id });
    if (request) walk.request(place, request, { holds: false, ...(request.kind === 'call' ? { button: id } : {}) });
  } catch (error) {
    if (!(error instanceof SecretGone)) throw error;
    walk.enter(walk.leaveToAsk(error));
  }
  return ok(walk.done());
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

function finish(walk: Walk, effect: OpenEffect, result: EffectResult, attention: Attention): void {
  const place = walk.place(walk.draft.at);
  const { node } = place;
  walk.finished(effect, result);
  if (effect.button !== undefined) {
    const button = node.element.buttons?.find(({ id }) => id === effect.button);
    const sets = button ? buttonOutputs(button, result, walk.context(place)) : [];
    for (const set of sets) walk.set(place, walk.draft.n, set);
    return;
  }
  invariant(node.type.resume, `${node.type.type} requests effects, so it takes their results`);
  let outcome: ResumeOutcome;
  try {
    outcome = node.type.resume(node.settings, result, effect, walk.context(place));
  } catch (error) {
    if (!(error instanceof SecretGone)) throw error;
    walk.enter(walk.leaveToAsk(error));
    return;
  }
  switch (outcome.do) {
    case 'leave':
      walk.answered(place, outcome, attention);
      return;
    case 'stay':
      for (const set of outcome.sets ?? []) walk.set(place, walk.draft.n, set);
      return;
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
