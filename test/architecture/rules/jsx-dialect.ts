import { PREACT_PLACES } from '../packages.ts';
import { falls } from '../place.ts';
import type { Rule } from '../rule.ts';

/** JSX of the player's world says it is Preact; without the mark it would call React. */
export const jsxDialect: Rule = {
  name: 'jsx-dialect',
  alsoTests: false,
  *check(file) {
    if (!file.path.endsWith('.tsx')) return;
    const path = file.path.slice('src/'.length);
    const marked = /^\s*\/\*\*\s*@jsxImportSource\s+preact\s*\*\//.test(file.text);
    const isPreact = PREACT_PLACES.some((pattern) => falls(path, pattern));
    if (isPreact && file.hasJsx && !marked) {
      yield { line: 1, says: 'This file is Preact and begins with /** @jsxImportSource preact */.' };
    }
    if (!isPreact && /@jsxImportSource/.test(file.text)) {
      yield { line: 1, says: 'This file is React and names no other @jsxImportSource.' };
    }
  },
};
