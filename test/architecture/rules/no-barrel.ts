import type { Rule } from '../rule.ts';

/** Tables of what is registered: a line each, so that one more is one line more. Their maps are made beside them. */
const TABLES = new Set(['src/elements/types.ts', 'src/elements/type-views.tsx', 'src/elements/type-forms.tsx']);

/** A name has one home: nothing passes on all of another file, and no file does nothing else. */
export const noBarrel: Rule = {
  name: 'no-barrel',
  alsoTests: true,
  *check(file) {
    for (const line of file.starExports) {
      yield { line, says: 'No `export *`; whoever needs a name imports it from the file that makes it.' };
    }
    if (file.onlyPassesOn && file.starExports.length === 0 && !TABLES.has(file.path)) {
      yield { line: 1, says: 'This file only passes on names of other files; import them where they are made.' };
    }
  },
};
