import type { SecretsThere } from '#contract/element-type.ts';
import { freeVariables, parseExpression } from '#expressions/expression.ts';
import type { FreeName } from '#expressions/free-names.ts';
import { freeVariablesOfTemplate, parseTemplate } from '#expressions/template.ts';
import { expressionsOf, templatesOf, textsOf } from '#format/element-places.ts';
import type { Check } from '../check.ts';
import { type ModelElement, named } from '../model.ts';

/** A spot that a secret may not go to, with the names that are read there. */
interface Spot {
  readonly path: string;
  readonly label: string;
  readonly names: readonly FreeName[];
  readonly mend: string;
}

const LEAVE_OUT = 'leave it out';
const SEND_ALONE = 'send it by itself, and in the body';

const MENDS = { refused: LEAVE_OUT, alone: SEND_ALONE, elsewhere: SEND_ALONE } as const satisfies Record<
  SecretsThere,
  string
>;

export const secretPlace: Check = {
  codes: ['data.secret-place'],
  says: 'Nothing secret is put where it would be written down or handed on, which stops a session.',
  run: ({ elements, secrets }) => {
    if (secrets.size === 0) return [];
    return [...elements.values()].flatMap((element) =>
      spotsOf(element).flatMap(({ path, label, names, mend }) => {
        const secret = names.find(({ name }) => secrets.has(name))?.name;
        if (secret === undefined) return [];
        return [
          {
            code: 'data.secret-place',
            severity: 'error' as const,
            element: element.id,
            path: `elements.${element.id}.${path}`,
            message: `“${label}” of ${named(element)} reads “${secret}”, which is secret and would stop the session there; ${mend}`,
          },
        ];
      }),
    );
  },
};

function spotsOf(element: ModelElement): readonly Spot[] {
  return [
    ...textsOf(element).flatMap(({ path, text, label, secrets }) =>
      Object.entries(secrets ? text : {}).map(([language, words]) => ({
        path: `${path}.${language}`,
        label,
        names: namesInText(words),
        mend: LEAVE_OUT,
      })),
    ),
    ...templatesOf(element).flatMap(({ path, source, label, secrets }) =>
      secrets ? [{ path, label, names: namesInText(source), mend: SEND_ALONE }] : [],
    ),
    ...expressionsOf(element).flatMap(({ path, source, label, adds = {}, secrets }) => {
      const names = secrets ? namesIn(source).filter(({ name }) => !Object.hasOwn(adds, name)) : [];
      const isAlone = secrets === 'alone' && names.every(({ name }) => name === source.trim());
      return isAlone ? [] : [{ path, label, names, mend: MENDS[secrets ?? 'refused'] }];
    }),
  ];
}

function namesInText(words: string): readonly FreeName[] {
  const template = parseTemplate(words);
  return template.ok ? freeVariablesOfTemplate(template.value) : [];
}

function namesIn(source: string): readonly FreeName[] {
  const parsed = parseExpression(source);
  return parsed.ok ? freeVariables(parsed.value) : [];
}
