import type { ModelContext } from '#contract/element-type.ts';
import type { Place } from '#engine/program.ts';
import type { LikelyAnswer } from './profile.ts';

/** The answers that an element's type says are possible there, each as likely. */
export function possibleAnswers({ program, node }: Place): readonly LikelyAnswer[] {
  const context: ModelContext = {
    element: node.id,
    language: program.sourceLanguage,
    scope: program.scope,
    options: (exit) =>
      (node.exits.get(exit)?.to ?? []).flatMap((id) => {
        const target = program.elements.get(id);
        const face = target?.type.option?.(target.settings);
        return face ? [{ ...face, element: id }] : [];
      }),
  };
  return node.type.domain(node.settings, context).samples.map((answer) => ({ answer }));
}
