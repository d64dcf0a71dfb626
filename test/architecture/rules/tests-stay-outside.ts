import type { Rule } from '../rule.ts';
import { mayReadOutside } from '../source-file.ts';

/** The product never imports its tests. */
export const testsStayOutside: Rule = {
  name: 'tests-stay-outside',
  alsoTests: false,
  *check(file) {
    for (const { target, line, specifier } of file.imports) {
      if (target.kind !== 'file' || mayReadOutside(file.path, target.path)) continue;
      if (target.path.startsWith('src/') && !/\.test\.tsx?$/.test(target.path)) continue;
      yield { line, says: `${specifier} is outside the product; a file of src/ may import only files of src/.` };
    }
  },
};
