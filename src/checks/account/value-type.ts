import { ACCOUNT_VALUES, recordOf } from '#contract/account-values.ts';
import type { Problem } from '#contract/problem.ts';
import type { ExpressionError } from '#expressions/errors.ts';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import { checkTemplate, parseTemplate } from '#expressions/template.ts';
import type { Scope } from '#expressions/value-type.ts';
import { type ModelElement, named } from '../model.ts';
import type { AccountCheck } from './account-check.ts';

interface Place {
  readonly path: string;
  readonly label: string;
  /** What is wrong when names have these types. */
  faults(scope: Scope): readonly ExpressionError[];
}

export const valueType: AccountCheck = {
  codes: ['account.value-type'],
  says: 'Account values are of the types that the expressions need which read them.',
  run({ elements, scope, interaction }, { values }) {
    if (Object.hasOwn(interaction.variables, ACCOUNT_VALUES)) return [];
    const typed: Scope = { ...scope, [ACCOUNT_VALUES]: recordOf({ types: values }) };
    return [...elements.values()].flatMap((element) =>
      placesOf(element).flatMap(({ path, label, faults }): Problem[] => {
        // Wrong in any account: the checks of the file say so.
        const anyway = new Set(faults(scope).map(({ from, code }) => `${code} ${from}`));
        return faults(typed)
          .filter(({ code, from }) => code !== 'expression.unknown-field' && !anyway.has(`${code} ${from}`))
          .map(({ message, from }) => ({
            code: 'account.value-type',
            severity: 'warning',
            element: element.id,
            path: `elements.${element.id}.${path}`,
            message: `“${label}” of ${named(element)}, with the values of the account: ${message} (at ${from + 1})`,
          }));
      }),
    );
  },
};

function placesOf({ type, settings, element }: ModelElement): readonly Place[] {
  const { help } = element;
  const texts = [...type.texts(settings), ...(help ? [{ path: 'help', text: help, label: 'Help' }] : [])];
  const inTexts = texts.flatMap(({ path, text, label }) =>
    Object.entries(text).map(([language, words]) => ({ path: `${path}.${language}`, label, source: words })),
  );
  return [
    ...inTexts.filter(mayRead).map(({ path, label, source }) => ({
      path,
      label,
      faults(scope: Scope) {
        const template = parseTemplate(source);
        return template.ok ? checkTemplate(template.value, scope) : [];
      },
    })),
    ...type
      .expressions(settings)
      .filter(mayRead)
      .map(({ path, label, source, expects }) => ({
        path,
        label,
        faults(scope: Scope) {
          const parsed = parseExpression(source);
          return parsed.ok ? checkExpression(parsed.value, scope, expects).problems : [];
        },
      })),
  ];
}

function mayRead({ source }: { readonly source: string }): boolean {
  return source.includes(ACCOUNT_VALUES);
}
