/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { InputProps } from './field-kind.ts';
import { textLimit } from './limits.ts';

interface CalendarButtonProps {
  readonly input: InputProps;
  /** What the browser's own picker picks. */
  readonly picks: 'date' | 'time' | 'datetime-local';
  readonly label: string;
  /** As the picker has it: `2026-01-31`, `14:30`, `2026-01-31T14:30`. */
  readonly value: string;
  pick(value: string): void;
}

/** Opens the browser's own picker, for those who would rather see a calendar than type. */
export function CalendarButton({ input, picks, label, value, pick }: CalendarButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  const bound = (key: 'min' | 'max') => {
    const limit = textLimit(input.field, key);
    if (limit === undefined || picks !== 'datetime-local') return limit;
    return `${limit}T${key === 'min' ? '00:00' : '23:59'}`;
  };
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        // Which of several it is; without it the title would be read as well.
        aria-describedby={input.labelledBy}
        title={label}
        disabled={input.locked}
        onClick={() => picker.current?.showPicker()}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {picks === 'time' ? (
            <path d="M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2" />
          ) : (
            <path d="M8 2v4M16 2v4M3 10h18M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z" />
          )}
        </svg>
      </button>
      <input
        ref={picker}
        class="date-picker"
        type={picks}
        tabIndex={-1}
        aria-hidden="true"
        min={bound('min')}
        max={bound('max')}
        value={value}
        onInput={(event) => event.currentTarget.value !== '' && pick(event.currentTarget.value)}
      />
    </>
  );
}
