import { DateField } from '#ui/date-field.tsx';
import type { KindFieldProps } from './kind-field.ts';

export function DateKind({ draft, onChange, ...field }: KindFieldProps) {
  return (
    <DateField
      {...field}
      value={typeof draft === 'string' ? draft : null}
      onChange={(day) => onChange(day ?? undefined)}
    />
  );
}
