import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const leadsToNote: Check = {
  codes: ['graph.leads-to-note'],
  says: 'Nothing leads to a remark for designers, and no session begins or jumps there.',
  run: ({ interaction, elements, graph }) =>
    [...elements.values()]
      .filter(({ type }) => type.group === 'note')
      .flatMap((element) => [
        ...graph.into(element.id).map((connector) => ({
          code: 'graph.leads-to-note',
          severity: 'error' as const,
          element: connector.from,
          path: `connectors.${connector.id}`,
          message: `A connector leads to ${named(element)}, which never runs; remove it`,
          fix: { label: 'Remove this connector', patches: [{ path: ['connectors', connector.id] }] },
        })),
        ...(interaction.start === element.id
          ? [
              {
                code: 'graph.leads-to-note',
                severity: 'error' as const,
                element: element.id,
                path: 'start',
                message: `${named(element)} is the start, but never runs; set another element as start`,
              },
            ]
          : []),
        ...(element.element.entryPoint
          ? [
              {
                code: 'graph.leads-to-note',
                severity: 'error' as const,
                element: element.id,
                path: `elements.${element.id}.entryPoint`,
                message: `One may jump to ${named(element)}, which never runs; take that away`,
                fix: { label: 'Take it away', patches: [{ path: ['elements', element.id, 'entryPoint'] }] },
              },
            ]
          : []),
      ]),
};
