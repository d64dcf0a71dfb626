import { topFolder } from '../place.ts';
import type { Rule } from '../rule.ts';
import { mayReadOutside } from '../source-file.ts';

/** Across layers `#layer/file.ts`, within a layer `./file.ts`: the spelling shows the border. */
export const specifierForm: Rule = {
  name: 'specifier-form',
  alsoTests: true,
  *check(file) {
    // What runs before anything is built has no names for layers.
    if (file.path.endsWith('.mjs')) return;
    const root = file.path.startsWith('src/') ? 'src/' : topFolder(file.path);
    const own = root === 'src/' ? root + topFolder(file.path.slice(root.length)) : root;
    for (const { target, line, specifier } of file.imports) {
      if (target.kind !== 'file' || mayReadOutside(file.path, target.path)) continue;
      const stays = target.path.startsWith(own);
      if (specifier.startsWith('.') && !stays) {
        const written = `#${target.path.replace(/^src\//, '')}`;
        yield { line, says: `${specifier} leaves ${own}; across layers write ${written}.` };
      }
      if (specifier.startsWith('#') && stays && !file.isTest) {
        yield { line, says: `${specifier} stays within ${own}; inside a layer write a relative import.` };
      }
    }
  },
};
