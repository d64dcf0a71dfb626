import type { ExpressionError } from '#expressions/errors.ts';
import { faultInWords } from '#expressions/fault-place.ts';
import { checkTemplate, parseTemplate } from '#expressions/template.ts';
import type { Scope } from '#expressions/value-type.ts';
import { templatesOf, textsOf } from '#format/element-places.ts';
import type { Check } from '../check.ts';
import { named } from '../model.ts';

export const texts: Check = {
  codes: ['data.text'],
  says: 'The values in texts, paths and addresses can be read and known.',
  run: ({ elements, scope }) =>
    [...elements.values()].flatMap((element) => {
      const words = textsOf(element).flatMap(({ path, text, label }) =>
        Object.entries(text).map(([language, source]) => ({ path: `${path}.${language}`, source, label })),
      );
      return [...words, ...templatesOf(element)].flatMap(({ path, source, label }) =>
        faultsOf(source, scope).map((fault) => ({
          code: 'data.text',
          severity: 'error' as const,
          element: element.id,
          path: `elements.${element.id}.${path}`,
          message: `“${label}” of ${named(element)}: ${fault.message} ${faultInWords(source, fault.from, fault.to)}`,
        })),
      );
    }),
};

function faultsOf(source: string, scope: Scope): readonly ExpressionError[] {
  const template = parseTemplate(source);
  return template.ok ? checkTemplate(template.value, scope) : [template.error];
}
