import type { Rule } from '../rule.ts';

const MOST_LINES = 400;

/** One idea a file. */
export const fileSize: Rule = {
  name: 'file-size',
  alsoTests: true,
  *check(file) {
    const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
    if (lines <= MOST_LINES) return;
    yield {
      line: MOST_LINES,
      says: `${lines} lines are too many for one idea (at most ${MOST_LINES}); split the file.`,
    };
  },
};
