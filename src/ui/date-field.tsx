import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components';
import { FieldError, FieldHead, type FieldProps } from './field.tsx';
import { words } from './words.ts';
import './float.css';
import './date-field.css';

export interface DateFieldProps extends FieldProps {
  /** A day such as "2026-11-22", without time or zone; null while none is given. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** The first and the last day that may be chosen. */
  min?: string | undefined;
  max?: string | undefined;
  isDisabled?: boolean | undefined;
  isRequired?: boolean | undefined;
}

/** A day, typed part by part in the reader's own order, or chosen from a calendar. */
export function DateField({
  value,
  onChange,
  min,
  max,
  isDisabled = false,
  isRequired = false,
  error,
  ...head
}: DateFieldProps) {
  return (
    <DatePicker<CalendarDate>
      className="wm-field"
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date?.toString() ?? null)}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      {...(min === undefined ? {} : { minValue: parseDate(min) })}
      {...(max === undefined ? {} : { maxValue: parseDate(max) })}
    >
      <FieldHead {...head} />
      <Group className="wm-input-box">
        <DateInput className="wm-date-input">
          {(segment) => <DateSegment segment={segment} className="wm-date-segment" />}
        </DateInput>
        <Button className="wm-input-button" aria-label={words.openCalendar}>
          <CalendarDays />
        </Button>
      </Group>
      <FieldError error={error} />
      <Popover className="wm-float" offset={4}>
        <Dialog className="wm-calendar" aria-label={head.label}>
          <Calendar>
            <header className="wm-calendar-head">
              <Button slot="previous" className="wm-input-button" aria-label={words.previousMonth}>
                <ChevronLeft />
              </Button>
              <CalendarHeading className="wm-calendar-month" />
              <Button slot="next" className="wm-input-button" aria-label={words.nextMonth}>
                <ChevronRight />
              </Button>
            </header>
            <CalendarGrid className="wm-calendar-grid">
              {(date) => <CalendarCell date={date} className="wm-calendar-day" />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
