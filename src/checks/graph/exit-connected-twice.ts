import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const exitConnectedTwice: Check = {
  codes: ['graph.exit-connected-twice'],
  says: 'An exit leads to one element, except one that leads to choices.',
  run: ({ elements, graph }) =>
    [...elements.values()].flatMap((element) => {
      const exits = element.type.exits(element.settings);
      return exits
        .filter((exit) => exit.connectors === 'one')
        .flatMap((exit) => {
          const [, ...more] = graph
            .from(element.id)
            .filter((connector) => (connector.exit ?? exits[0]?.name) === exit.name);
          return more.map((connector) => ({
            code: 'graph.exit-connected-twice',
            severity: 'error' as const,
            element: element.id,
            path: `connectors.${connector.id}`,
            message: `The exit “${exit.label}” of ${named(element)} leads to more than one element; remove a connector`,
            fix: { label: 'Remove this connector', patches: [{ path: ['connectors', connector.id] }] },
          }));
        });
    }),
};
