/** @jsxImportSource preact */
import { readMoment as withOffset } from '#contract/answers/clock-text.ts';
import type { PageField } from '#contract/page.ts';
import { showMoment } from '#prelude/locale.ts';
import { CalendarButton } from '../calendar-button.tsx';
import { clockIn, ownZone } from '../clock.ts';
import type { FieldKind, InputProps } from '../field-kind.ts';
import { textLimit } from '../limits.ts';
import { dayAfter } from '../relative-day.ts';
import { stepKeys } from '../step-keys.ts';
import { TextInput } from '../text-input.tsx';
import { dateForm } from '../typed-date.ts';
import { readMoment, typedMoment } from '../typed-moment.ts';
import { describedByUnderstood, textOf, Understood } from '../understood.tsx';

/** The zone whose clocks are meant: the account's, else the person's own. */
function zoneOf(field: PageField): string {
  return textLimit(field, 'timeZone') ?? ownZone();
}

/** A day and a time, typed in any usual form; what was understood stands beneath. Up and Down move by a day. */
function DateTimeInput(props: InputProps) {
  const { language, words, field } = props;
  const zone = zoneOf(field);
  const now = clockIn(zone);
  const moment = readMoment(textOf(props), language, now);
  const put = (at: string) => props.type(typedMoment(at, language));
  const keys = stepKeys(props.locked, (up) => {
    const [date = now.date, time = now.time] = moment?.split('T') ?? [];
    put(`${moment === undefined ? date : dayAfter(date, up ? 1 : -1)}T${time}`);
  });
  const elsewhere = zone === ownZone() ? '' : ` (${zone.replaceAll('_', ' ')})`;
  return (
    <div class="date">
      <div class="date-line">
        <TextInput
          {...describedByUnderstood(props)}
          class="input-moment"
          placeholder={`${dateForm(language, words.dateLetters)} ${words.timeForm}`}
          verbatim
          onKeyDown={keys}
        />
        <CalendarButton
          input={props}
          picks="datetime-local"
          label={words.openCalendar}
          value={moment?.slice(0, 16) ?? ''}
          pick={put}
        />
      </div>
      <Understood
        input={props}
        words={moment === undefined ? undefined : showMoment(moment, language) + elsewhere}
        unclear={words.momentUnclear}
      />
    </div>
  );
}

export const dateTime: FieldKind = {
  Input: DateTimeInput,
  typed: (answer, language) => (typeof answer === 'string' ? typedMoment(answer, language) : answer),
  answer(typed, language, field) {
    if (typeof typed !== 'string') return typed;
    if (typed.trim() === '') return undefined;
    const zone = zoneOf(field);
    const moment = readMoment(typed, language, clockIn(zone));
    return (moment && withOffset(moment, zone)) ?? typed;
  },
};
