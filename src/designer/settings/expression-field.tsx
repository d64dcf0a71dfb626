import { useMemo } from 'react';
import { isPlainName } from '#expressions/plain-name.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { ExpressionPartProps } from '#ui/element-form.ts';
import { type Completion, offersInExpression } from './completion.ts';
import { asText, problemInExpression } from './text-problem.ts';
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
    () => (namesFields && isPlainName(value) ? undefined : problemInExpression(value, scope, expects)),
    [value, scope, expects, namesFields],
  );
  const meant = fault && !problemIn ? asText(value, expects) : undefined;
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
      mend={meant === undefined ? undefined : { label: `Take it as the text ${meant}`, value: meant }}
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
