import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const notAnOption: Check = {
  codes: ['graph.not-an-option'],
  says: 'An exit for choices leads to choices only.',
  run: ({ elements, graph }) =>
    [...elements.values()].flatMap((element) => {
      const exits = element.type.exits(element.settings);
      return graph.from(element.id).flatMap((connector) => {
        const exit = exits.find(({ name }) => name === (connector.exit ?? exits[0]?.name));
        const target = elements.get(connector.to);
        if (exit?.connectors !== 'options' || !target || target.type.option) return [];
        return [
          {
            code: 'graph.not-an-option',
            severity: 'error' as const,
            element: element.id,
            path: `connectors.${connector.id}`,
            message: `“${exit.label}” of ${named(element)} leads to ${named(target)}, which nobody can pick; put a Choice between them`,
          },
        ];
      });
    }),
};
