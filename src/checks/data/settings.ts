import { buttonProblems } from '#contract/buttons/button-places.ts';
import type { SettingsProblem } from '#contract/element-type.ts';
import type { Check } from '../check.ts';

const UNSEEN: SettingsProblem = {
  code: 'button.no-page',
  severity: 'warning',
  path: 'buttons',
  message: 'Its buttons are never seen, as it shows no page; remove them',
};

/** What element types find wrong with their own settings. Their codes begin with the type. */
export const settingsProblems: Check = {
  codes: ['(element type).*'],
  says: 'Elements are satisfied with their own settings, and with their buttons.',
  run: (model) =>
    [...model.elements.values()].flatMap(({ id, type, settings, element }) =>
      [
        ...type.problems(settings, model.context(id)),
        ...buttonProblems(element.buttons, model.interaction.languages[0]),
        ...(element.buttons?.length && !type.page ? [UNSEEN] : []),
      ].map(({ path, ...problem }) => ({
        ...problem,
        element: id,
        path: `elements.${id}.${path}`,
      })),
    ),
};
