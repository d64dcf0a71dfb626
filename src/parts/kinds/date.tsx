/** @jsxImportSource preact */
import { showDay } from '#prelude/locale.ts';
import { CalendarButton } from '../calendar-button.tsx';
import { clockIn } from '../clock.ts';
import type { FieldKind, InputProps } from '../field-kind.ts';
import { dayAfter } from '../relative-day.ts';
import { stepKeys } from '../step-keys.ts';
import { TextInput } from '../text-input.tsx';
import { dateForm, readDate, typedDate } from '../typed-date.ts';
import { describedByUnderstood, textOf, Understood } from '../understood.tsx';

/** Typed in any usual form; what was understood stands beneath in words. Up and Down move by a day. */
function DateInput(props: InputProps) {
  const { language, words } = props;
  const today = clockIn().date;
  const date = readDate(textOf(props), language, today);
  const put = (iso: string) => props.type(typedDate(iso, language));
  const keys = stepKeys(props.locked, (up) => put(date === undefined ? today : dayAfter(date, up ? 1 : -1)));
  return (
    <div class="date">
      <div class="date-line">
        <TextInput
          {...describedByUnderstood(props)}
          class="input-date"
          placeholder={dateForm(language, words.dateLetters)}
          verbatim
          onKeyDown={keys}
        />
        <CalendarButton input={props} picks="date" label={words.openCalendar} value={date ?? ''} pick={put} />
      </div>
      <Understood
        input={props}
        words={date === undefined ? undefined : showDay(date, language)}
        unclear={words.dateUnclear}
      />
    </div>
  );
}

export const date: FieldKind = {
  Input: DateInput,
  typed: (answer, language) => (typeof answer === 'string' ? typedDate(answer, language) : answer),
  answer(typed, language) {
    if (typeof typed !== 'string') return typed;
    if (typed.trim() === '') return undefined;
    return readDate(typed, language, clockIn().date) ?? typed;
  },
};
