import * as z from 'zod';
import type { Json } from '#prelude/json.ts';
import type { FormVariable } from '#ui/element-form.ts';
import { NumberField } from '#ui/number-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { JsonField } from '../../settings/json-field.tsx';

export interface ValueFieldProps {
  label: string;
  /** The kind of the variable; `any` where it is not known. */
  kind: FormVariable['kind'] | 'any';
  /** What an option can be. */
  options?: FormVariable['options'] | undefined;
  value: Json | undefined;
  onChange(value: Json | undefined): void;
}

const YES_NO = [
  { id: 'true', label: 'Yes' },
  { id: 'false', label: 'No' },
] as const;

/** Kinds whose values are one text. */
const TEXTS = new Set<string>(['text', 'option', 'date', 'time', 'date-time', 'duration']);

const FORMS: { readonly [kind: string]: string } = {
  date: '2026-01-31',
  time: '09:30:00',
  'date-time': '2026-01-31T09:30:00Z',
  duration: 'PT15M',
};

const json = z.json().optional();

/** One value, in the field that fits its kind; values of other kinds and of another form are written as JSON. */
export function ValueField({ label, kind, options, value, onChange }: ValueFieldProps) {
  if (kind === 'boolean' && (value === undefined || typeof value === 'boolean')) {
    return (
      <Select
        label={label}
        options={YES_NO}
        value={value === undefined ? null : value ? 'true' : 'false'}
        onChange={(id) => onChange(id === 'true')}
      />
    );
  }
  if (kind === 'number' && (value === undefined || typeof value === 'number')) {
    return (
      <NumberField
        label={label}
        value={value ?? Number.NaN}
        formatOptions={EVERY_DIGIT}
        onChange={(number) => onChange(Number.isNaN(number) ? undefined : number)}
      />
    );
  }
  if (TEXTS.has(kind) && (value === undefined || typeof value === 'string')) {
    if (kind === 'option' && options && options.length > 0) {
      const isKnown = value === undefined || options.some((option) => option.value === value);
      const offered = options.map((option) => ({ id: option.value, label: option.label }));
      return (
        <Select
          label={label}
          options={isKnown ? offered : [...offered, { id: value, label: `${value} (no such choice)` }]}
          value={value ?? null}
          onChange={onChange}
        />
      );
    }
    const form = FORMS[kind];
    return (
      <TextField
        label={label}
        value={value ?? ''}
        {...(form === undefined ? {} : { placeholder: form })}
        onChange={(text) => onChange(text)}
      />
    );
  }
  return (
    <JsonField
      schema={json}
      face={{ widget: 'json', label: `${label} (JSON)` }}
      value={value}
      isOptional={false}
      onChange={(_path, next) => onChange(next)}
    />
  );
}

const EVERY_DIGIT = { maximumFractionDigits: 20, useGrouping: false } as const;

/** Something that fits a kind, to begin with. */
export function firstValue(kind: ValueFieldProps['kind'], options: ValueFieldProps['options']): Json {
  if (kind === 'boolean') return true;
  if (kind === 'number') return 0;
  if (kind === 'option') return options?.[0]?.value ?? '';
  if (kind === 'list') return [];
  if (TEXTS.has(kind)) return '';
  return null;
}
