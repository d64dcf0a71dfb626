/** @jsxImportSource preact */
import { readPhone, showPhone } from '#contract/answers/phone-number.ts';
import type { FieldKind, InputProps } from '../field-kind.ts';
import { textLimit } from '../limits.ts';
import { TextInput } from '../text-input.tsx';
import { describedByUnderstood, textOf, Understood } from '../understood.tsx';

/** Typed as people say it; beneath stands the number that will be kept, with its country. */
function PhoneInput(props: InputProps) {
  const prefix = textLimit(props.field, 'prefix');
  const read = readPhone(textOf(props), prefix);
  return (
    <div>
      <TextInput
        {...describedByUnderstood(props)}
        control="tel"
        inputMode="tel"
        class="input-phone"
        placeholder={prefix}
        fill="tel"
        verbatim
      />
      <Understood input={props} words={read.ok ? showPhone(read.number) : undefined} />
    </div>
  );
}

export const phone: FieldKind = {
  Input: PhoneInput,
  typed: (answer, _language, field) =>
    typeof answer === 'string' ? showPhone(answer, textLimit(field, 'prefix')) : answer,
  answer(typed, _language, field) {
    if (typeof typed !== 'string') return typed;
    if (typed.trim() === '') return undefined;
    const read = readPhone(typed, textLimit(field, 'prefix'));
    return read.ok ? read.number : typed;
  },
};
