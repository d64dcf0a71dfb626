import type { ModelContext } from '#contract/element-type.ts';
import type { Place } from '../program.ts';

/** What an element of a program may know of its Interaction when it is asked what is possible. */
export function modelContext({ node, program }: Place): ModelContext {
  return {
    element: node.id,
    language: program.sourceLanguage,
    scope: program.scope,
    isSecret: (variable) => program.secrets.has(variable),
    options: (exit) =>
      (node.exits.get(exit)?.to ?? []).flatMap((id) => {
        const target = program.elements.get(id);
        const face = target?.type.option?.(target.settings);
        return face ? [{ ...face, element: id }] : [];
      }),
  };
}
