import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const leadsToNote: Check = {
  codes: ['graph.leads-to-note'],
  says: 'Nothing leads to a remark for designers.',
  run: ({ elements, graph }) =>
    [...elements.values()]
      .filter(({ type }) => type.group === 'note')
      .flatMap((element) =>
        graph.into(element.id).map((connector) => ({
          code: 'graph.leads-to-note',
          severity: 'error' as const,
          element: connector.from,
          path: `connectors.${connector.id}`,
          message: `A connector leads to ${named(element)}, which never runs; remove it`,
          fix: { label: 'Remove this connector', patches: [{ path: ['connectors', connector.id] }] },
        })),
      ),
};
