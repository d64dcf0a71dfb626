import type { Check } from '../check.ts';
import { named } from '../model.ts';

/** A Choice of a Question with many choices says what can be chosen and leads nowhere. */
export const neverFollowed: Check = {
  codes: ['graph.never-followed'],
  says: 'Options that are only offered lead nowhere: whichever are chosen, the run goes on from the element that asks.',
  run: ({ elements, graph }) =>
    [...elements.values()].flatMap((element) => {
      const offering = graph.into(element.id).map(({ from, exit }) => {
        const asking = elements.get(from);
        const exits = asking?.type.exits(asking.settings) ?? [];
        return { asking, leads: exits.find(({ name }) => name === (exit ?? exits[0]?.name)) };
      });
      const [first] = offering;
      const asking = first?.asking;
      if (!asking || offering.some(({ leads }) => !leads?.onlyOffers)) return [];
      return graph.from(element.id).map((connector) => ({
        code: 'graph.never-followed',
        severity: 'warning' as const,
        element: element.id,
        path: `connectors.${connector.id}`,
        message: `${named(element)} leads on, but several answers of ${named(asking)} may be chosen at once; connect its exit “Next” instead`,
        fix: { label: 'Remove this connector', patches: [{ path: ['connectors', connector.id] }] },
      }));
    }),
};
