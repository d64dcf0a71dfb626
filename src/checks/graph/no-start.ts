import type { Check } from '../check.ts';

export const noStart: Check = {
  codes: ['graph.no-start'],
  says: 'An Interaction has a start.',
  run: ({ interaction, elements, graph }) => {
    if (interaction.start !== undefined) return [];
    const runnable = [...elements.values()].filter(({ type }) => type.group !== 'note' && type.group !== 'option');
    if (elements.size === 0) {
      const message = 'The map is empty; insert the first element';
      return [{ code: 'graph.no-start', severity: 'error', path: 'start', message }];
    }
    const sources = runnable.filter(({ id }) => graph.into(id).length === 0);
    const evident = sources.length === 1 ? sources[0] : undefined;
    return [
      {
        code: 'graph.no-start',
        severity: 'error',
        path: 'start',
        message: 'No element is marked as the start; choose one and set it as start',
        ...(evident
          ? { fix: { label: `Start at “${evident.element.name}”`, patches: [{ path: ['start'], value: evident.id }] } }
          : {}),
      },
    ];
  },
};
