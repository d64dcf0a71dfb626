import { checkTemplate, parseTemplate } from '#expressions/template.ts';
import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const texts: Check = {
  codes: ['data.text'],
  says: 'The values in texts can be read and known.',
  run: ({ elements, scope }) =>
    [...elements.values()].flatMap((element) => {
      const { help } = element.element;
      const places = [
        ...element.type.texts(element.settings),
        ...(help ? [{ path: 'help', text: help, label: 'Help' }] : []),
      ];
      return places.flatMap(({ path, text, label }) =>
        Object.entries(text).flatMap(([language, words]) => {
          const template = parseTemplate(words);
          const faults = template.ok ? checkTemplate(template.value, scope) : [template.error];
          return faults.map((fault) => ({
            code: 'data.text',
            severity: 'error' as const,
            element: element.id,
            path: `elements.${element.id}.${path}.${language}`,
            message: `“${label}” of ${named(element)}: ${fault.message} (at ${fault.from + 1})`,
          }));
        }),
      );
    }),
};
