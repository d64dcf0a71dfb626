import type { Scope } from '#expressions/value-type.ts';
import type { ElementForm } from '#ui/element-form.ts';
import * as table from './type-forms.tsx';

/** Settings forms of element types for which the form made from their schema falls short. */
export const forms: ReadonlyMap<string, ElementForm<Scope>> = new Map(
  Object.values<ElementForm<Scope>>(table).map((form) => [form.type, form]),
);
