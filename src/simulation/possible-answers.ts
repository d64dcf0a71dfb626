import type { Place } from '#engine/program.ts';
import { modelContext } from '#engine/walks/model-context.ts';
import type { LikelyAnswer } from './profile.ts';

/** The answers that an element's type says are possible there, each as likely. */
export function possibleAnswers(place: Place): readonly LikelyAnswer[] {
  const { node } = place;
  return node.type.domain(node.settings, modelContext(place)).samples.map((answer) => ({ answer }));
}
