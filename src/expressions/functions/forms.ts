import type { FunctionDefinition, FunctionForm } from './definition.ts';

/** The forms that take so many arguments. */
export function formsForCount(definition: FunctionDefinition, count: number): readonly FunctionForm[] {
  return definition.forms.filter(({ parameters }) => {
    const required = parameters.filter(({ optional }) => !optional).length;
    return count >= required && (count <= parameters.length || parameters.some(({ rest }) => rest));
  });
}

/** The forms that take arguments of these names. */
export function formsForNames(definition: FunctionDefinition, names: readonly string[]): readonly FunctionForm[] {
  if (new Set(names).size < names.length) return [];
  return definition.forms.filter(
    ({ parameters }) =>
      names.every((name) => parameters.some((parameter) => parameter.name === name && !parameter.rest)) &&
      parameters.every((parameter) => parameter.optional || names.includes(parameter.name)),
  );
}
