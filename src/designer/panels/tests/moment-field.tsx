import { useState } from 'react';
import { momentOf, momentText } from '#format/test-given.ts';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/text-field.tsx';

export interface MomentFieldProps {
  label: string;
  /** As the file holds it, `2026-01-31T10:00:00`. */
  value: string;
  zone: string;
  onChange(value: string): void;
}

/** A day and a time, as the clocks of a time zone show them. */
export function MomentField({ label, value, zone, onChange }: MomentFieldProps) {
  const [typed, setTyped] = useState<{ readonly day: string | null; readonly time: string }>();
  const moment = momentOf(value, zone);
  const shown = moment === undefined ? '' : momentText(moment, zone);
  const { day, time } = typed ?? { day: shown.slice(0, 10) || null, time: shown.slice(11, 16) };
  const put = (nextDay: string | null, nextTime: string) => {
    const next = `${nextDay}T${nextTime}:00`;
    const isMoment = momentOf(next, 'UTC') !== undefined;
    setTyped(isMoment ? undefined : { day: nextDay, time: nextTime });
    if (isMoment) onChange(next);
  };
  return (
    <div className="panel-moment">
      <DateField
        label={label}
        value={day}
        error={day === null ? 'Give a day' : undefined}
        onChange={(next) => put(next, time)}
      />
      <TextField
        label={`Time (${zone.replaceAll('_', ' ')})`}
        type="time"
        value={time}
        error={time === '' ? 'Give a time' : undefined}
        onChange={(next) => put(day, next.slice(0, 5))}
      />
    </div>
  );
}
