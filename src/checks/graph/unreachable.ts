import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const unreachable: Check = {
  codes: ['graph.unreachable'],
  says: 'Every element that can run is reached from the start or from an entry point.',
  run: ({ interaction, elements, graph }) => {
    if (interaction.start === undefined) return [];
    const reached = graph.reachable();
    return [...elements.values()]
      .filter(({ id, type }) => type.group !== 'note' && !reached.has(id))
      .map((element) => ({
        code: 'graph.unreachable',
        severity: 'warning' as const,
        element: element.id,
        path: `elements.${element.id}`,
        message: `${named(element)} is never reached; connect something to it or remove it`,
      }));
  },
};
