import { formattingFaults } from '#engine/compiled-text.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const textFormat: Check = {
  codes: ['data.text-address', 'data.text-format'],
  says: 'Links and images in texts can be shown, and texts are formatted.',
  run: ({ elements }) =>
    [...elements.values()].flatMap((element) => {
      const { help } = element.element;
      const places = [
        ...element.type.texts(element.settings).filter(({ formatted }) => formatted),
        ...(help ? [{ path: 'help', text: help, label: 'Help' }] : []),
      ];
      return places.flatMap(({ path, text, label }) =>
        Object.entries(text).flatMap(([language, words]) => {
          const problem = (code: string, message: string) => ({
            code,
            severity: 'warning' as const,
            element: element.id,
            path: `elements.${element.id}.${path}.${language}`,
            message: `“${label}” of ${named(element)}: ${message}`,
          });
          const { tooMuch, addresses } = formattingFaults(words);
          return [
            ...addresses.map((address) =>
              problem(
                'data.text-address',
                `“${address}” is shown as its words alone; links begin with https://, http://, mailto: or tel:, images with https://`,
              ),
            ),
            ...(tooMuch
              ? [
                  problem(
                    'data.text-format',
                    `It has more than ${LIMITS.formattingSigns} signs of formatting, or nests too deep, and is shown as it is written; use fewer or divide it`,
                  ),
                ]
              : []),
          ];
        }),
      );
    }),
};
