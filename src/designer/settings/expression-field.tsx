import { useMemo } from 'react';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { ExpressionPartProps } from '#ui/element-form.ts';
import type { Completion } from './completion.ts';
import { TextWithValues } from './text-with-values.tsx';
import { useCompletions, useScope } from './use-values.ts';

/** FEEL text with what is wrong in it said at once. */
export function ExpressionField({
  label,
  value,
  onChange,
  expects,
  adds,
  isLabelHidden,
  description,
}: ExpressionPartProps & { description?: string | undefined }) {
  const completions = useCompletions();
  const scope = useScope();
  const added = adds?.join(' ') ?? '';
  const problem = useMemo(() => problemIn(value, withNames(scope, added), expects), [value, scope, added, expects]);
  return (
    <TextWithValues
      kind="expression"
      label={label}
      isLabelHidden={isLabelHidden}
      description={description}
      value={value}
      onChange={onChange}
      completions={added === '' ? completions : [...namesOf(added), ...completions]}
      problem={problem}
    />
  );
}

function namesOf(added: string): readonly Completion[] {
  return added.split(' ').map((name) => ({ key: name, label: name }));
}

/** The types of names that a place adds are known to its own check; here it is enough that they are there. */
function withNames(scope: Scope, added: string): Scope {
  if (added === '') return scope;
  return { ...scope, ...Object.fromEntries(added.split(' ').map((name) => [name, { kind: 'any' } as const])) };
}

/** What is wrong with an expression, in a sentence; an empty one says nothing yet. */
function problemIn(source: string, scope: Scope, expects: string | undefined): string | undefined {
  if (source.trim() === '') return undefined;
  const parsed = parseExpression(source, Object.keys(scope));
  if (!parsed.ok) return parsed.error.message;
  const wanted =
    expects === undefined || expects === 'list' || expects === 'record' ? undefined : ({ kind: expects } as ValueType);
  return checkExpression(parsed.value, scope, wanted).problems[0]?.message;
}
