import { useState } from 'react';
import { durationOf, millisecondsOf } from '#prelude/duration.ts';
import { NumberField } from '#ui/number-field.tsx';
import { Select } from '#ui/select.tsx';

export interface DurationFieldProps {
  label: string;
  description?: string | undefined;
  /** ISO 8601, such as `PT20S`; undefined where none is set. */
  value: string | undefined;
  isOptional: boolean;
  onChange(value: string | undefined): void;
}

const UNITS = [
  { id: 'days', label: 'days', seconds: 86_400 },
  { id: 'hours', label: 'hours', seconds: 3_600 },
  { id: 'minutes', label: 'minutes', seconds: 60 },
  { id: 'seconds', label: 'seconds', seconds: 1 },
] as const;

type Unit = (typeof UNITS)[number];

const SECONDS: Unit = UNITS[3];

/** A length of time as a number and its unit. */
export function DurationField({ label, description, value, isOptional, onChange }: DurationFieldProps) {
  const total = value === undefined ? undefined : millisecondsOf(value) / 1000;
  const [chosen, setChosen] = useState(() => unitFor(total));
  // Whoever types keeps their unit; a length that came otherwise may need a smaller one.
  const unit = total === undefined || total % chosen.seconds === 0 ? chosen : unitFor(total);
  const put = (count: number, of: Unit) => onChange(durationOf(Math.round(count * of.seconds) * 1000));
  return (
    <div className="settings-duration">
      <NumberField
        label={label}
        description={description}
        isOptional={isOptional}
        minValue={0}
        hasSteps={false}
        value={total === undefined ? Number.NaN : total / unit.seconds}
        onChange={(count) => {
          if (count > 0) put(count, unit);
          else if (isOptional) onChange(undefined);
        }}
      />
      <Select
        label={`Unit of ${label.toLowerCase()}`}
        isLabelHidden
        options={UNITS.map(({ id, label: name }) => ({ id, label: name }))}
        value={unit.id}
        onChange={(id) => {
          const next = UNITS.find((candidate) => candidate.id === id) ?? SECONDS;
          setChosen(next);
          if (total !== undefined) put(total / unit.seconds, next);
        }}
      />
    </div>
  );
}

/** The largest unit that says a length without a fraction. */
function unitFor(seconds: number | undefined): Unit {
  if (seconds === undefined || seconds === 0) return SECONDS;
  return UNITS.find((unit) => seconds % unit.seconds === 0) ?? SECONDS;
}
