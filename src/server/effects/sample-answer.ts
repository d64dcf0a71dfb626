import type { EffectResult } from '#contract/effect.ts';
import { sampleOf } from '#engine/perform-sample.ts';
import type { TakenEffect } from '#store/queries/effects.ts';
import type { AccountScope } from '#store/scope.ts';
import type { Row } from '#store/tables.ts';
import type { Services } from '../services.ts';
import { readState } from '../sessions/head.ts';

/** The sample answer of what a session waits for; undefined where its element has none. For test runs alone. */
export async function sampleAnswer(
  { db, programs }: Pick<Services, 'db' | 'programs'>,
  scope: AccountScope,
  session: Row<'sessions'>,
  { effect: id, element }: Pick<TakenEffect, 'effect' | 'element'>,
): Promise<EffectResult | undefined> {
  const state = readState(session.state);
  const effect = state.effects?.find((open) => open.id === id);
  const place = (await programs.of(scope, db, session)).find(element);
  const sample = effect && place && sampleOf(place, effect, state);
  return sample?.status === 'done' && sample.value !== undefined ? sample : undefined;
}
