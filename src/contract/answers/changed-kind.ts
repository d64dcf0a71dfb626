import type { AnswerKind, AnswerSettings } from './answer-kind.ts';

/** Settings of another kind for the same variable, with all that this kind knows too and allows. */
export function changedKind(answer: AnswerSettings, next: AnswerKind): AnswerSettings {
  let made = next.defaults(answer.variable);
  for (const [key, value] of Object.entries(answer)) {
    if (key === 'kind' || value === undefined) continue;
    const wanted = { ...made, [key]: value };
    if (next.settings.safeParse(wanted).success) made = wanted;
  }
  return made;
}
