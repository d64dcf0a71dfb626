import type { ValueType } from '#expressions/value-type.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Json } from '#prelude/json.ts';
import { DateField } from '#ui/date-field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Select } from '#ui/select.tsx';
import { LiteralField } from './literal-field.tsx';
import { MoneyField } from './money-field.tsx';
import type { SubjectOption } from './subjects.ts';

export interface ValueFieldProps {
  /** Its name for those who hear it. */
  label: string;
  /** What is seen of the label; nothing where the row says it all. */
  shownLabel?: string;
  type: ValueType;
  options: readonly SubjectOption[];
  /** Undefined while none is given. */
  value: Json | undefined;
  onChange(value: Json | undefined): void;
}

const YES_NO = [
  { id: 'true', label: 'Yes' },
  { id: 'false', label: 'No' },
] as const;

/** One value of a type, with the field that people know for it. */
export function ValueField(props: ValueFieldProps) {
  const { label, shownLabel, type, options, value, onChange } = props;
  const named = { label, isLabelHidden: shownLabel === undefined };
  switch (type.kind) {
    case 'boolean':
      return (
        <Select
          {...named}
          options={YES_NO}
          value={value === true ? 'true' : value === false ? 'false' : null}
          placeholder="Choose"
          onChange={(id) => onChange(id === 'true')}
        />
      );
    case 'option':
    case 'text':
      return options.length > 0 ? <OptionField {...props} /> : <LiteralField {...props} />;
    case 'number':
      return (
        <NumberField
          {...named}
          hasSteps={false}
          formatOptions={{ maximumFractionDigits: 15, useGrouping: false }}
          value={typeof value === 'number' ? value : Number.NaN}
          onChange={(number) => onChange(Number.isNaN(number) ? undefined : number)}
        />
      );
    case 'money':
      return <MoneyField {...props} />;
    case 'date':
      return (
        <DateField
          {...named}
          value={typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null}
          onChange={(day) => onChange(day ?? undefined)}
        />
      );
    case 'time':
    case 'date-time':
    case 'duration':
    case 'any':
      return <LiteralField {...props} />;
    case 'list':
    case 'record':
    case 'file':
    case 'null':
      return null;
    default:
      return assertNever(type);
  }
}

function OptionField({ label, shownLabel, options, value, onChange }: ValueFieldProps) {
  const known = typeof value === 'string' && options.some((option) => option.value === value);
  return (
    <Select
      label={label}
      isLabelHidden={shownLabel === undefined}
      options={options.map((option) => ({ id: option.value, label: option.label }))}
      value={known ? value : null}
      placeholder={typeof value === 'string' ? `${value} (no Choice has it)` : 'Choose a value'}
      onChange={onChange}
    />
  );
}
