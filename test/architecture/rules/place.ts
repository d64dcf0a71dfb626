import { layerOf } from '../place.ts';
import type { Rule } from '../rule.ts';

/** Every file has a row in the layer table. */
export const place: Rule = {
  name: 'place',
  alsoTests: false,
  *check(file) {
    if (layerOf(file.path.slice('src/'.length))) return;
    yield { line: 1, says: 'No row of the layer table has a place for this file; put it in a layer.' };
  },
};
