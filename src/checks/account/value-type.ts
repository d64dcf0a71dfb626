import { ACCOUNT_VALUES, recordOf } from '#contract/account-values.ts';
import type { Problem } from '#contract/problem.ts';
import { expressions } from '../data/expressions.ts';
import { texts } from '../data/texts.ts';
import type { Model } from '../model.ts';
import type { AccountCheck } from './account-check.ts';
import { contentOf } from './content-of.ts';
import { valuesRead } from './uses.ts';

export const valueType: AccountCheck = {
  codes: ['account.value-type'],
  says: 'Account values are of the types that the expressions need which read them.',
  run(model, { values }) {
    const reads = valuesRead(contentOf(model));
    // A value that is not there has no type: another check tells of it.
    const unknown = new Set(reads.flatMap(({ path, key }) => (key && !Object.hasOwn(values, key) ? [path] : [])));
    const readers = new Set(reads.map(({ element }) => element));
    const elements = new Map([...model.elements].filter(([id]) => readers.has(id)));
    const untyped = { ...model, elements };
    // Wrong in any account: the checks of the file say so.
    const anyway = new Set(faultsIn(untyped).map(said));
    const typed = { ...untyped, scope: { ...model.scope, [ACCOUNT_VALUES]: recordOf({ types: values }) } };
    return faultsIn(typed)
      .filter((fault) => !anyway.has(said(fault)) && !unknown.has(fault.path))
      .map((fault) => ({
        ...fault,
        code: 'account.value-type',
        severity: 'warning',
        message: `With the values of the account, ${fault.message}`,
      }));
  },
};

function faultsIn(model: Model): readonly Problem[] {
  return [...expressions.run(model), ...texts.run(model)];
}

function said({ path, message }: Problem): string {
  return `${path} ${message}`;
}
