/** @jsxImportSource preact */
import type { FieldKind, InputProps } from '../field-kind.ts';
import { textLimit } from '../limits.ts';
import { TextInput } from '../text-input.tsx';
import { readNumber, typedNumber } from '../typed-number.ts';

function NumberInput(props: InputProps) {
  const unit = textLimit(props.field, 'unit');
  return (
    <div class="number">
      <TextInput {...props} inputMode="decimal" class="input-number" />
      {unit !== undefined && <span class="unit">{unit}</span>}
    </div>
  );
}

export const number: FieldKind = {
  Input: NumberInput,
  typed: (answer, language) => (typeof answer === 'number' ? typedNumber(answer, language) : answer),
  answer(typed, language) {
    if (typeof typed !== 'string') return typed;
    if (typed.trim() === '') return undefined;
    return readNumber(typed, language) ?? typed;
  },
};
