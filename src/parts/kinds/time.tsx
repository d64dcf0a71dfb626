/** @jsxImportSource preact */
import { showTime } from '#prelude/locale.ts';
import { CalendarButton } from '../calendar-button.tsx';
import { clockIn } from '../clock.ts';
import type { FieldKind, InputProps } from '../field-kind.ts';
import { stepKeys } from '../step-keys.ts';
import { TextInput } from '../text-input.tsx';
import { readTime, stepTime, typedTime } from '../typed-time.ts';
import { describedByUnderstood, textOf, Understood } from '../understood.tsx';

/** Typed in any usual form; what was understood stands beneath. Up and Down move to the next quarter of an hour. */
function TimeInput(props: InputProps) {
  const { language, words } = props;
  const now = clockIn().time;
  const time = readTime(textOf(props), language, now);
  const put = (at: string) => props.type(typedTime(at, language));
  const keys = stepKeys(props.locked, (up) => put(stepTime(time ?? now, up)));
  return (
    <div class="date">
      <div class="date-line">
        <TextInput
          {...describedByUnderstood(props)}
          class="input-date"
          placeholder={words.timeForm}
          verbatim
          onKeyDown={keys}
        />
        <CalendarButton
          input={props}
          picks="time"
          label={words.openClock}
          value={time?.slice(0, 5) ?? ''}
          pick={(at) => put(`${at.slice(0, 5)}:00`)}
        />
      </div>
      <Understood
        input={props}
        words={time === undefined ? undefined : showTime(time, language)}
        unclear={words.timeUnclear}
      />
    </div>
  );
}

export const time: FieldKind = {
  Input: TimeInput,
  typed: (answer, language) => (typeof answer === 'string' ? typedTime(answer, language) : answer),
  answer(typed, language) {
    if (typeof typed !== 'string') return typed;
    if (typed.trim() === '') return undefined;
    return readTime(typed, language, clockIn().time) ?? typed;
  },
};
