import type { MadeVariable } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { Variable } from '#format/interaction.ts';
import { declares, shapeOf, typeOf, typeWords } from '#format/variable-shape.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Check } from '../check.ts';
import { type ModelElement, named } from '../model.ts';

export const missingVariable: Check = {
  codes: ['data.missing-variable', 'data.secret-variable'],
  says: 'The variables that elements make are declared, with the type they make, and secret ones as secret.',
  run: ({ interaction, elements }) => {
    const declared: { readonly [key: string]: Variable } = interaction.variables;
    return [...elements.values()].flatMap((element) =>
      element.type.makes(element.settings).flatMap((made) => {
        const variable = Object.hasOwn(declared, made.key) ? declared[made.key] : undefined;
        if (!variable || !declares(variable, made.type)) return [wronglyDeclared(element, made, variable)];
        return made.secret && variable.privacy !== 'secret' ? [openlyDeclared(element, made, variable)] : [];
      }),
    );
  },
};

function wronglyDeclared(element: ModelElement, made: MadeVariable, variable: Variable | undefined): Problem {
  const { key, type, secret } = made;
  const was = variable ? `is declared as ${typeWords(typeOf(variable))}` : 'is not declared';
  const value: JsonObject = {
    ...(shapeOf(type) as JsonObject | undefined),
    label: variable?.label ?? element.element.name,
    ...(secret ? { privacy: 'secret' } : {}),
  };
  return {
    code: 'data.missing-variable',
    severity: 'error',
    element: element.id,
    path: `variables.${key}`,
    message: `${named(element)} keeps its answer in “${key}” as ${typeWords(type)}, but the variable ${was}`,
    fix: { label: `Declare “${key}” as ${typeWords(type)}`, patches: [{ path: ['variables', key], value }] },
  };
}

function openlyDeclared(element: ModelElement, { key }: MadeVariable, variable: Variable): Problem {
  const { default: _default, dimension: _dimension, ...kept } = variable;
  const value = { ...kept, privacy: 'secret' } as Json;
  return {
    code: 'data.secret-variable',
    severity: 'error',
    element: element.id,
    path: `variables.${key}.privacy`,
    message: `${named(element)} asks for a secret, but its variable “${key}” is not declared as secret`,
    fix: { label: `Declare “${key}” as secret`, patches: [{ path: ['variables', key], value }] },
  };
}
