import { layerOf, mayImport, unitOf } from '../place.ts';
import type { Rule } from '../rule.ts';

/** Imports across layers follow the table. */
export const layerArrow: Rule = {
  name: 'layer-arrow',
  alsoTests: false,
  *check(file) {
    const path = file.path.slice('src/'.length);
    const from = layerOf(path);
    if (!from) return;
    for (const { target, line, specifier } of file.imports) {
      if (target.kind !== 'file' || !target.path.startsWith('src/')) continue;
      const to = target.path.slice('src/'.length);
      if (unitOf(path) === unitOf(to)) continue;
      const toLayer = layerOf(to);
      if (toLayer && mayImport(from, toLayer)) continue;
      const allowed = from.mayImport.length > 0 ? from.mayImport.join(', ') : 'nothing';
      const instead = toLayer?.instead ? ` ${toLayer.instead}` : '';
      yield { line, says: `${from.row} may not import ${specifier}; it may import: ${allowed}.${instead}` };
    }
  },
};
