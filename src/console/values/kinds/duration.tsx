import { useState } from 'react';
import { NumberField } from '#ui/number-field.tsx';
import { Select } from '#ui/select.tsx';
import { durationParts, durationText, UNITS, type Unit } from '../duration-parts.ts';
import type { KindFieldProps } from './kind-field.ts';
import './kinds.css';

const OPTIONS = UNITS.map((unit) => ({ id: unit, label: `${unit.charAt(0).toUpperCase()}${unit.slice(1)}` }));

/** A count of one unit. */
export function DurationKind({ label, description, draft, onChange, error, isDisabled = false }: KindFieldProps) {
  const parts = durationParts(typeof draft === 'string' ? draft : '');
  const [unit, setUnit] = useState<Unit>(parts?.unit ?? 'minutes');
  const put = (count: number, of: Unit) => {
    setUnit(of);
    onChange(Number.isNaN(count) ? undefined : durationText(count, of));
  };
  const count = parts?.count ?? Number.NaN;
  return (
    <div className="wc-kind-pair">
      <NumberField
        label={label}
        description={description}
        isDisabled={isDisabled}
        hasSteps={false}
        minValue={0}
        maxValue={1_000_000}
        formatOptions={{ maximumFractionDigits: 0 }}
        value={count}
        onChange={(next) => put(next, unit)}
        error={error}
      />
      <Select<Unit>
        label={`Unit of ${label.toLowerCase()}`}
        options={OPTIONS}
        isDisabled={isDisabled}
        value={unit}
        onChange={(next) => put(count, next)}
      />
    </div>
  );
}
