import { layerOf } from '../place.ts';
import type { Rule } from '../rule.ts';

/** Modules of Node.js stand only in what runs on Node.js alone. */
export const nodeModules: Rule = {
  name: 'node-modules',
  alsoTests: false,
  *check(file) {
    const layer = layerOf(file.path.slice('src/'.length));
    if (!layer || layer.runsIn === 'node') return;
    for (const { target, line } of file.imports) {
      if (target.kind !== 'node') continue;
      yield { line, says: `${layer.row} does not run on Node.js alone and may not import ${target.name}.` };
    }
  },
};
