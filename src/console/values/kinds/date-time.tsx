import { useState } from 'react';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useTimeZone } from '../../app/who.tsx';
import type { KindFieldProps } from './kind-field.ts';
import { momentParts, momentText } from './moment-text.ts';
import './kinds.css';

/** A day and a time, as the clocks of the account's time zone show them. */
export function DateTimeKind({ label, description, draft, onChange, error, isDisabled = false }: KindFieldProps) {
  const zone = useTimeZone();
  const [typed, setTyped] = useState<{ readonly day: string | null; readonly clock: string } | undefined>(undefined);
  const { day, clock } = typed ?? momentParts(typeof draft === 'string' ? draft : '', zone) ?? { day: null, clock: '' };
  const put = (nextDay: string | null, nextClock: string) => {
    setTyped({ day: nextDay, clock: nextClock });
    onChange(nextDay === null ? undefined : momentText(nextDay, nextClock, zone));
  };
  return (
    <div className="wc-kind-pair">
      <DateField
        label={label}
        description={description}
        isDisabled={isDisabled}
        value={day}
        onChange={(next) => put(next, clock)}
        error={error}
      />
      <TextField
        label={`Time (${zone.replaceAll('_', ' ')})`}
        type="time"
        isDisabled={isDisabled}
        value={clock}
        onChange={(next) => put(day, next)}
      />
    </div>
  );
}
