import { TextField } from '#ui/text-field.tsx';
import { clockOf, timeOf } from './clock.ts';
import type { KindFieldProps } from './kind-field.ts';

export function TimeKind({ draft, onChange, isDisabled = false, ...field }: KindFieldProps) {
  return (
    <TextField
      {...field}
      type="time"
      isDisabled={isDisabled}
      value={typeof draft === 'string' ? clockOf(draft) : ''}
      onChange={(clock) => onChange(timeOf(clock))}
    />
  );
}
