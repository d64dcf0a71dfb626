import type { Check } from '../check.ts';

/** What element types find wrong with their own settings. Their codes begin with the type. */
export const settingsProblems: Check = {
  codes: ['(element type).*'],
  says: 'Elements are satisfied with their own settings.',
  run: (model) =>
    [...model.elements.values()].flatMap(({ id, type, settings }) =>
      type.problems(settings, model.context(id)).map(({ path, ...problem }) => ({
        ...problem,
        element: id,
        path: `elements.${id}.${path}`,
      })),
    ),
};
