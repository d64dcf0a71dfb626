import type { ExpressionPlace } from '#contract/element-type.ts';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { Check } from '../check.ts';
import { type ModelElement, named } from '../model.ts';
import { expressionsOf, writesOf } from '../places.ts';
import { declaration } from './declaration.ts';

export const unknownVariable: Check = {
  codes: ['data.unknown-variable'],
  says: 'The variables that elements set are there.',
  run: ({ interaction, elements, scope }) =>
    [...elements.values()].flatMap((element) => {
      const made = new Set(element.type.makes(element.settings).map(({ key }) => key));
      const missing = new Set(
        writesOf(element).filter((key) => !made.has(key) && !Object.hasOwn(interaction.variables, key)),
      );
      return [...missing].map((key) => {
        const type = typeFor(key, element, scope);
        return {
          code: 'data.unknown-variable',
          severity: 'error' as const,
          element: element.id,
          path: `variables.${key}`,
          message: `${named(element)} sets “${key}”, but there is no such variable; make it or choose another`,
          fix: {
            label: `Make “${key}” as ${type.kind}`,
            patches: [{ path: ['variables', key], value: declaration(type, key) }],
          },
        };
      });
    }),
};

const TEXT: ValueType = { kind: 'text' };

/** The type of what is put into a variable, as far as the expression tells; text where it does not. */
function typeFor(key: string, element: ModelElement, scope: Scope): ValueType {
  const place = expressionsOf(element).find(({ sets }) => sets?.variable === key);
  const type = place && typeOf(place, scope);
  if (type?.kind === 'list' && place?.sets?.each) return known(type.items);
  return known(place?.sets?.each ? undefined : type);
}

function typeOf({ source, adds }: ExpressionPlace, scope: Scope): ValueType | undefined {
  const parsed = parseExpression(source);
  return parsed.ok ? checkExpression(parsed.value, { ...scope, ...adds }).type : undefined;
}

function known(type: ValueType | undefined): ValueType {
  return type === undefined || type.kind === 'any' || type.kind === 'null' ? TEXT : type;
}
