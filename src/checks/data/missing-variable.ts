import type { Check } from '../check.ts';
import { named } from '../model.ts';
import { declaration } from './declaration.ts';

export const missingVariable: Check = {
  codes: ['data.missing-variable'],
  says: 'The variables that elements make are declared, with the type they make.',
  run: ({ interaction, elements, scope }) =>
    [...elements.values()].flatMap((element) =>
      element.type.makes(element.settings).flatMap(({ key, type }) => {
        const declared = Object.hasOwn(interaction.variables, key) ? scope[key] : undefined;
        if (declared?.kind === type.kind) return [];
        const was = declared ? `is declared as ${declared.kind}` : 'is not declared';
        return [
          {
            code: 'data.missing-variable',
            severity: 'error' as const,
            element: element.id,
            path: `variables.${key}`,
            message: `${named(element)} keeps its answer in “${key}” as ${type.kind}, but the variable ${was}`,
            fix: {
              label: `Declare “${key}” as ${type.kind}`,
              patches: [{ path: ['variables', key], value: declaration(type, element.element.name) }],
            },
          },
        ];
      }),
    ),
};
