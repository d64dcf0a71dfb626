import type { ElementForm } from '#ui/element-form.ts';
import * as table from './type-forms.tsx';

/** Settings forms of element types for which the form made from their schema falls short. */
export const forms: ReadonlyMap<string, ElementForm> = new Map(
  Object.values<ElementForm>(table).map((form) => [form.type, form]),
);
