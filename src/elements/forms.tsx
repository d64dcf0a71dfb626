import type { Scope } from '#expressions/value-type.ts';
import type { ElementForm } from '#ui/element-form.ts';
import { decisionForm } from './decision/form.tsx';
import { questionForm } from './question/form.tsx';

/** Settings forms of element types for which the form made from their schema falls short. */
export const forms: ReadonlyMap<string, ElementForm<Scope>> = new Map<string, ElementForm<Scope>>([
  ['question', questionForm],
  ['decision', decisionForm],
]);
