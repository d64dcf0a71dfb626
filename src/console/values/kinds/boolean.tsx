import { RadioGroup } from '#ui/radio-group.tsx';
import type { KindFieldProps } from './kind-field.ts';

const OPTIONS = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
] as const;

/** Two radios and no switch: a switch would seem to work at once. */
export function BooleanKind({ draft, onChange, ...field }: KindFieldProps) {
  return (
    <RadioGroup<'yes' | 'no'>
      {...field}
      options={OPTIONS}
      value={draft === true ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === 'yes')}
    />
  );
}
