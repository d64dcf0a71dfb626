import { buttonSample } from '#contract/buttons/button-places.ts';
import type { Command } from '#contract/command.ts';
import type { EffectResult, OpenEffect } from '#contract/effect.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { type Given, NOTHING_GIVEN } from './given.ts';
import type { Place, Program } from './program.ts';
import { runContext } from './run-context.ts';
import type { SessionState } from './state.ts';

/** Results that somebody gives for what an element, or a button of it, asks of the world outside. */
export type ResultFor = (element: ElementPath, button: string | undefined) => EffectResult | undefined;

/**
 * What comes next by itself in a run that no world outside belongs to, such as a preview or a test: the result of an effect
 * that is open, as it is given, else the sample of its type. Undefined where nothing is awaited. Waits are over at once.
 */
export function performSample(
  program: Program,
  state: SessionState,
  given: Given,
  resultFor: ResultFor = () => undefined,
): Command | undefined {
  const effect = state.status === 'waiting' ? state.effects?.[0] : undefined;
  const place = effect && program.find(state.at);
  if (!place) return undefined;
  const result = resultFor(state.at, effect.button) ?? sampleOf(place, effect, state, given);
  return result.status === 'skipped' ? { kind: 'skip' } : { kind: 'effect-result', effect: effect.id, result };
}

/** What the element, or the button of it, says that could come back. */
export function sampleOf(
  place: Place,
  { button }: OpenEffect,
  state: SessionState,
  given: Given = NOTHING_GIVEN,
): EffectResult {
  const { element, type, settings } = place.node;
  if (button === undefined) return type.sample?.(settings, runContext(place, state, state.enteredAt, given)) ?? DONE;
  const pressed = element.buttons?.find(({ id }) => id === button);
  return pressed ? buttonSample(pressed) : DONE;
}

const DONE: EffectResult = { status: 'done' };
