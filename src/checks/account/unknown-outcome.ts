import { namedById } from '../model.ts';
import type { AccountCheck } from './account-check.ts';
import { referencesIn } from './uses.ts';

export const unknownOutcome: AccountCheck = {
  codes: ['account.unknown-outcome', 'account.retired-outcome'],
  says: 'The account has the outcomes by which elements end, and still offers them.',
  run: (model, { outcomes }) =>
    referencesIn({ elements: model.elements.values() }).flatMap(({ element, path, kind, key: outcome }) => {
      if (kind !== 'outcome') return [];
      const known = outcomes.get(outcome);
      if (known && !known.retired) return [];
      const [code, what] = known
        ? ['account.retired-outcome', 'which the account has retired; choose another one']
        : [
            'account.unknown-outcome',
            'which the account does not have; choose one of its outcomes or ask an administrator to make this one',
          ];
      return [
        {
          code,
          severity: 'warning' as const,
          element,
          path,
          message: `${namedById(model, element)} ends with the outcome “${outcome}”, ${what}`,
        },
      ];
    }),
};
