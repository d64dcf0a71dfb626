import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const exitNotConnected: Check = {
  codes: ['graph.exit-not-connected'],
  says: 'Exits that must lead somewhere are connected.',
  run: ({ elements, graph }) =>
    [...elements.values()].flatMap((element) => {
      const exits = element.type.exits(element.settings);
      const used = new Set(graph.from(element.id).map(({ exit }) => exit ?? exits[0]?.name));
      return exits
        .filter((exit) => exit.unconnected === 'problem' && exit.connectors === 'one' && !used.has(exit.name))
        .map((exit) => ({
          code: 'graph.exit-not-connected',
          severity: 'error' as const,
          element: element.id,
          path: `elements.${element.id}`,
          message: `The exit “${exit.label}” of ${named(element)} leads nowhere; connect it`,
        }));
    }),
};
