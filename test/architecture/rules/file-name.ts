import type { Rule } from '../rule.ts';

const meaningless = /^(utils?|helpers?|misc|managers?)$/;

/** A file or folder is named for the one idea in it. */
export const fileName: Rule = {
  name: 'file-name',
  alsoTests: true,
  *check(file) {
    for (const part of file.path.split('/')) {
      const words = part.replace(/(\.test)?\.\w+$/, '').split(/[-._]/);
      const empty = words.find((word) => meaningless.test(word.toLowerCase()));
      if (!empty && !(words.length === 1 && words[0] === 'common')) continue;
      yield { line: 1, says: `"${part}" says nothing about what is in it; name it for its one idea.` };
    }
  },
};
