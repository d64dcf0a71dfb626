import { NumberField } from '#ui/number-field.tsx';
import type { KindFieldProps } from './kind-field.ts';

export function NumberKind({ draft, onChange, isDisabled = false, ...field }: KindFieldProps) {
  return (
    <NumberField
      {...field}
      isDisabled={isDisabled}
      hasSteps={false}
      formatOptions={{ maximumFractionDigits: 10 }}
      value={typeof draft === 'number' ? draft : Number.NaN}
      onChange={(value) => onChange(Number.isNaN(value) ? undefined : value)}
    />
  );
}
