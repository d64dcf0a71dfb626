import { isWeb } from '../place.ts';
import type { Rule } from '../rule.ts';

/** What runs without a browser never reaches a browser file, not even within one element type's folder. */
export const webOnlyFromWeb: Rule = {
  name: 'web-only-from-web',
  alsoTests: false,
  *check(file) {
    if (isWeb(file.path.slice('src/'.length))) return;
    for (const { target, line, specifier } of file.imports) {
      if (target.kind !== 'file' || !target.path.startsWith('src/')) continue;
      if (!isWeb(target.path.slice('src/'.length))) continue;
      yield { line, says: `This file runs without a browser and may not import the browser file ${specifier}.` };
    }
  },
};
