import type { DrawnAnswer } from './drawn.ts';
import { listed, type Offer } from './listed.ts';
import type { ModelSession } from './session.ts';
import { idOf } from './world.ts';
import { written } from './written.ts';

/** What can be chosen on the page at hand: the Choices connected to it, or the items of its list. */
export function offers(session: ModelSession, { kind, list }: DrawnAnswer, shows = false): readonly Offer[] {
  if (kind !== 'one-choice' && kind !== 'many-choices') return [];
  if (list) return listed(session, list, shows);
  return session.chart.choices(idOf(session.at)).map(({ id, choice }) => ({
    id,
    value: choice.value,
    label: written(session, choice.label),
  }));
}
