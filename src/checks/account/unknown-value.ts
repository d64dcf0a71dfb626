import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import { nearestName } from '#expressions/types/nearest-name.ts';
import { namedById } from '../model.ts';
import type { AccountCheck } from './account-check.ts';
import { contentOf } from './content-of.ts';
import { valuesRead } from './uses.ts';

export const unknownValue: AccountCheck = {
  codes: ['account.unknown-value'],
  says: 'The account has the values that texts and expressions read.',
  run: (model, { values }) =>
    valuesRead(contentOf(model)).flatMap(({ element, path, label, key }) => {
      if (key === undefined || Object.hasOwn(values, key)) return [];
      const near = nearestName(key, Object.keys(values));
      const mend = near === undefined ? 'ask an administrator to make it' : `did you mean ${ACCOUNT_VALUES}.${near}`;
      return [
        {
          code: 'account.unknown-value',
          severity: 'warning' as const,
          element,
          path,
          message: `“${label}” of ${namedById(model, element)} reads ${ACCOUNT_VALUES}.${key}, which the account does not have; ${mend}${near === undefined ? '' : '?'}`,
        },
      ];
    }),
};
