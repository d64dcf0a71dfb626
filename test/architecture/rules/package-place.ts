import { PACKAGES } from '../packages.ts';
import { falls, topFolder } from '../place.ts';
import type { Rule } from '../rule.ts';

/** A package is imported only where its row says; its types, anywhere in the layers that the row names. */
export const packagePlace: Rule = {
  name: 'package-place',
  alsoTests: false,
  *check(file) {
    const path = file.path.slice('src/'.length);
    for (const { target, line, loads } of file.imports) {
      if (target.kind !== 'package') continue;
      const places = Object.hasOwn(PACKAGES, target.name) ? PACKAGES[target.name] : undefined;
      if (!places) {
        yield {
          line,
          says: `${target.name} has no row in test/architecture/packages.ts; say there who may import it.`,
        };
      } else if (!places.some((pattern) => falls(path, loads === 'never' ? layerPattern(pattern) : pattern))) {
        yield { line, says: `${target.name} may be imported only in ${places.join(', ')}.` };
      }
    }
  },
};

/** `map/*.worker.ts` → `map/`; an element type's folder stays what it is, for its files are of different kinds. */
function layerPattern(pattern: string): string {
  return pattern.includes('*') ? topFolder(pattern) : pattern;
}
