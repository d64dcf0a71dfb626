import { layerOf } from '../place.ts';
import type { Rule } from '../rule.ts';

/** JSX stands only in what runs in a browser. */
export const tsxPlace: Rule = {
  name: 'tsx-place',
  alsoTests: true,
  *check(file) {
    if (!file.path.startsWith('src/') || !file.path.endsWith('.tsx')) return;
    const layer = layerOf(file.path.slice('src/'.length));
    if (!layer || layer.runsIn === 'browser') return;
    yield { line: 1, says: `${layer.row} runs without a browser and holds no .tsx file.` };
  },
};
