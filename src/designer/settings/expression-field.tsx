import { useMemo } from 'react';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import { isPlainName } from '#expressions/plain-name.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { ExpressionPartProps } from '#ui/element-form.ts';
import { TextWithValues } from './text-with-values.tsx';
import { useCompletions, useScope } from './use-values.ts';

export interface ExpressionFieldProps extends ExpressionPartProps {
  readonly description?: string | undefined;
  /** Names that may be used here beside those of the Interaction. */
  readonly adds?: Scope | undefined;
  /** A plain name is a field and no expression. */
  readonly namesFields?: boolean | undefined;
}

/** FEEL text with what is wrong in it said at once. */
export function ExpressionField({
  label,
  value,
  onChange,
  expects,
  isLabelHidden,
  description,
  adds,
  namesFields = false,
}: ExpressionFieldProps) {
  const completions = useCompletions();
  const scope = useScope();
  const problem = useMemo(() => {
    if (namesFields && isPlainName(value)) return undefined;
    return problemIn(value, adds ? { ...scope, ...adds } : scope, expects);
  }, [value, scope, expects, adds, namesFields]);
  return (
    <TextWithValues
      kind="expression"
      label={label}
      isLabelHidden={isLabelHidden}
      description={description}
      value={value}
      onChange={onChange}
      completions={completions}
      problem={problem}
    />
  );
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
