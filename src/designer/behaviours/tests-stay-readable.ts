import type { InteractionTest } from '#format/interaction.ts';
import { givenMistakes } from '#format/test-given.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * What a test gives to a variable `queue` may be anything; without that variable it would be meant for the queue that every
 * session knows, and the file could not be read where that has another form.
 */
export const testsStayReadable: Behaviour = {
  name: 'What tests give to a variable goes with it where its name means something else',
  react(draft) {
    const { variables, tests } = draft.now;
    if (variables === draft.before.variables) return;
    for (const [id, test] of Object.entries(tests) as [string, InteractionTest][]) {
      const wrong = new Set(givenMistakes(test.given ?? {}, variables).map(({ path }) => String(path[0])));
      if (wrong.size === 0) continue;
      const kept = Object.entries(test.given ?? {}).filter(([name]) => !wrong.has(name));
      draft.put(['tests', id, 'given'], kept.length === 0 ? undefined : Object.fromEntries(kept));
    }
  },
};
