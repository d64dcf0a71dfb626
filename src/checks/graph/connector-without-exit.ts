import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const connectorWithoutExit: Check = {
  codes: ['graph.connector-without-exit'],
  says: 'A connector begins at an exit that its element has.',
  run: ({ elements, graph }) =>
    [...elements.values()].flatMap((element) => {
      const exits = element.type.exits(element.settings);
      return graph
        .from(element.id)
        .filter((connector) => !exits.some(({ name }) => name === (connector.exit ?? exits[0]?.name)))
        .map((connector) => ({
          code: 'graph.connector-without-exit',
          severity: 'error' as const,
          element: element.id,
          path: `connectors.${connector.id}.exit`,
          message: `${named(element)} has no exit “${connector.exit ?? ''}”; remove the connector or draw it from another exit`,
          fix: { label: 'Remove this connector', patches: [{ path: ['connectors', connector.id] }] },
        }));
    }),
};
