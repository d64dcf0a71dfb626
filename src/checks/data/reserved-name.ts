import { RESERVED_WORDS } from '#expressions/syntax/names.ts';
import { BUILT_IN_SCOPE } from '#format/scope.ts';
import type { Check } from '../check.ts';

export const reservedName: Check = {
  codes: ['data.reserved-name'],
  says: 'No variable takes the name of a built-in value or a word of the expression language.',
  run: ({ interaction }) =>
    Object.keys(interaction.variables).flatMap((key) => {
      const what = Object.hasOwn(BUILT_IN_SCOPE, key)
        ? 'a built-in value of every session'
        : RESERVED_WORDS.has(key)
          ? 'a word of the expression language'
          : undefined;
      if (!what) return [];
      return [
        {
          code: 'data.reserved-name',
          severity: 'error' as const,
          path: `variables.${key}`,
          message: `“${key}” is ${what}; give the variable another key`,
        },
      ];
    }),
};
