import { PACKAGES } from '../packages.ts';
import { falls } from '../place.ts';
import type { Rule } from '../rule.ts';

/** A package is imported only where its row says. */
export const packagePlace: Rule = {
  name: 'package-place',
  alsoTests: false,
  *check(file) {
    const path = file.path.slice('src/'.length);
    for (const { target, line } of file.imports) {
      if (target.kind !== 'package') continue;
      const places = Object.hasOwn(PACKAGES, target.name) ? PACKAGES[target.name] : undefined;
      if (!places) {
        yield {
          line,
          says: `${target.name} has no row in test/architecture/packages.ts; say there who may import it.`,
        };
      } else if (!places.some((pattern) => falls(path, pattern))) {
        yield { line, says: `${target.name} may be imported only in ${places.join(', ')}.` };
      }
    }
  },
};
