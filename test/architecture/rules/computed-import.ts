import type { Rule } from '../rule.ts';

/** What an import names can be read, or else no rule holds for it. */
export const computedImport: Rule = {
  name: 'computed-import',
  alsoTests: false,
  *check(file) {
    for (const { target, line } of file.imports) {
      if (target.kind !== 'computed') continue;
      yield { line, says: 'An import names its file as plain text, so that its layer can be checked; use a table.' };
    }
  },
};
