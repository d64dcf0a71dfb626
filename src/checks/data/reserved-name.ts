import { BUILT_IN_SCOPE } from '#format/scope.ts';
import type { Check } from '../check.ts';

export const reservedName: Check = {
  codes: ['data.reserved-name'],
  says: 'No variable takes the name of a built-in value.',
  run: ({ interaction }) =>
    Object.keys(interaction.variables)
      .filter((key) => Object.hasOwn(BUILT_IN_SCOPE, key))
      .map((key) => ({
        code: 'data.reserved-name',
        severity: 'error' as const,
        path: `variables.${key}`,
        message: `“${key}” is a built-in value of every session; give the variable another key`,
      })),
};
