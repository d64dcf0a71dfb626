import { useMemo } from 'react';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import { isPlainName } from '#expressions/plain-name.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { ExpressionPartProps } from '#ui/element-form.ts';
import { type Completion, offersInExpression } from './completion.ts';
import { TextWithValues } from './text-with-values.tsx';
import { useCompletions, useScope } from './use-values.ts';

const NO_VALUES: NonNullable<ExpressionPartProps['offers']> = [];

export interface ExpressionFieldProps extends ExpressionPartProps {
  /** The types of the names that are added, where they are known. */
  readonly types?: Scope | undefined;
  /** A plain name is a field and no expression. */
  readonly namesFields?: boolean | undefined;
}

/** FEEL text with what is wrong in it said at once, and names, fields and functions offered while it is typed. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, value, onChange, expects, adds, types, isLabelHidden, description, problemIn } = props;
  const { offers = NO_VALUES, namesFields = false } = props;
  const known = useCompletions();
  const own = useScope();
  const added = adds?.join(' ') ?? '';
  const scope = useMemo(() => ({ ...withNames(own, added), ...types }), [own, added, types]);
  const completions = useMemo(() => (added === '' ? known : [...namesOf(added), ...known]), [known, added]);
  const fault = useMemo(
    () => (namesFields && isPlainName(value) ? undefined : faultIn(value, scope, expects)),
    [value, scope, expects, namesFields],
  );
  return (
    <TextWithValues
      kind="expression"
      label={label}
      isLabelHidden={isLabelHidden}
      description={description}
      value={value}
      onChange={onChange}
      offersAt={(source, cursor) => offersInExpression(source, cursor, { completions, scope, values: offers })}
      problem={problemIn ? problemIn(value) : fault}
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
function faultIn(source: string, scope: Scope, expects: string | undefined): string | undefined {
  if (source.trim() === '') return undefined;
  const parsed = parseExpression(source, Object.keys(scope));
  if (!parsed.ok) return parsed.error.message;
  const wanted =
    expects === undefined || expects === 'list' || expects === 'record' ? undefined : ({ kind: expects } as ValueType);
  return checkExpression(parsed.value, scope, wanted).problems[0]?.message;
}
