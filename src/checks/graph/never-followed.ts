import { onlyOffered } from '#format/only-offered.ts';
import type { Check } from '../check.ts';
import { named } from '../model.ts';

/** A Choice of a Question with many choices says what can be chosen and leads nowhere. */
export const neverFollowed: Check = {
  codes: ['graph.never-followed'],
  says: 'Options that are only offered lead nowhere: whichever are chosen, the run goes on from the element that asks.',
  run: ({ interaction, elements, graph }) => {
    const catalog = new Map([...elements.values()].map(({ type }) => [type.type, type]));
    return [...onlyOffered(interaction, catalog)].flatMap((id) => {
      const element = elements.get(id);
      const asking = elements.get(graph.into(id)[0]?.from ?? id);
      if (!element || !asking) return [];
      return graph.from(id).map((connector) => ({
        code: 'graph.never-followed',
        severity: 'warning' as const,
        element: id,
        path: `connectors.${connector.id}`,
        message: `${named(element)} leads on, but several answers of ${named(asking)} may be chosen at once; connect its exit “Next” instead`,
        fix: { label: 'Remove this connector', patches: [{ path: ['connectors', connector.id] }] },
      }));
    });
  },
};
