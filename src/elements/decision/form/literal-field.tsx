import { useState } from 'react';
import { parseExpression } from '#expressions/expression.ts';
import { literalOf, valueOfLiteral } from '#expressions/rows/literals.ts';
import type { ValueType } from '#expressions/value-type.ts';
import type { Json } from '#prelude/json.ts';
import { TextField } from '#ui/text-field.tsx';
import type { ValueFieldProps } from './value-field.tsx';

/** A value that is typed as text: what fits is kept at once, what does not stays in the field with what is wrong. */
export function LiteralField({ label, shownLabel, type, value, onChange }: ValueFieldProps) {
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const change = (typed: string) => {
    const next = readValue(typed, type);
    setWrong(next === undefined && typed !== '' ? typed : undefined);
    if (next !== undefined || typed === '') onChange(next);
  };
  const error = wrong === undefined ? undefined : HOW_WRITTEN[type.kind];
  return (
    <TextField
      label={label}
      isLabelHidden={shownLabel === undefined}
      value={wrong ?? textOf(value, type)}
      onChange={change}
      onBlur={() => setWrong(undefined)}
      {...(error === undefined ? {} : { error })}
    />
  );
}

const HOW_WRITTEN: { readonly [kind: string]: string } = {
  time: 'A time is written like 17:30:00',
  'date-time': 'A date and time is written like 2026-01-31T17:30:00+01:00',
  duration: 'A duration is written like PT20M, P3D or P6M',
  any: 'Text stands in quotes; numbers, true and false do not',
};

function textOf(value: Json | undefined, type: ValueType): string {
  if (value === undefined) return '';
  return typeof value === 'string' && type.kind !== 'any' ? value : literalOf(value, type);
}

function readValue(typed: string, type: ValueType): Json | undefined {
  // A text may be empty, but then a person has not yet written one.
  if (type.kind === 'text' || type.kind === 'option') return typed === '' ? undefined : typed;
  const parsed = parseExpression(type.kind === 'any' ? typed : literalOf(typed.trim(), type));
  return parsed.ok ? valueOfLiteral(parsed.value.root, type) : undefined;
}
