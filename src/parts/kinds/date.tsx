/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import { showDate } from '#prelude/locale.ts';
import type { FieldKind, InputProps } from '../field-kind.ts';
import { textLimit } from '../limits.ts';
import { TextInput } from '../text-input.tsx';
import { addDays, dateForm, readDate, typedDate } from '../typed-date.ts';

/** The date where the person sits. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Typed in any usual form; what was understood stands beneath in words. Up and Down move by a day. */
function DateInput(props: InputProps) {
  const { language, words, locked } = props;
  const picker = useRef<HTMLInputElement>(null);
  const text = typeof props.value === 'string' ? props.value : '';
  const date = readDate(text, language, today());
  const put = (iso: string) => props.type(typedDate(iso, language));

  const keys = (event: KeyboardEvent) => {
    if (locked || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    put(date === undefined ? today() : addDays(date, event.key === 'ArrowUp' ? 1 : -1));
  };

  return (
    <div class="date">
      <div class="date-line">
        <TextInput {...props} class="input-date" placeholder={dateForm(language, words.dateLetters)} onKeyDown={keys} />
        <button
          type="button"
          class="icon-button"
          aria-label={words.openCalendar}
          title={words.openCalendar}
          disabled={locked}
          onClick={() => picker.current?.showPicker()}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M8 2v4M16 2v4M3 10h18M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z" />
          </svg>
        </button>
        <input
          ref={picker}
          class="date-picker"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          min={textLimit(props.field, 'min')}
          max={textLimit(props.field, 'max')}
          value={date ?? ''}
          onInput={(event) => event.currentTarget.value !== '' && put(event.currentTarget.value)}
        />
      </div>
      <p class="date-words" data-unclear={(date === undefined && text.trim() !== '') || undefined}>
        {date !== undefined ? showDate(date, language) : text.trim() === '' ? '' : words.dateUnclear}
      </p>
    </div>
  );
}

export const date: FieldKind = {
  Input: DateInput,
  typed: (answer, language) => (typeof answer === 'string' ? typedDate(answer, language) : answer),
  answer(typed, language) {
    if (typeof typed !== 'string') return typed;
    if (typed.trim() === '') return undefined;
    return readDate(typed, language, today()) ?? typed;
  },
};
