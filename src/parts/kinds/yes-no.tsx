/** @jsxImportSource preact */
import type { Json } from '#prelude/json.ts';
import { ChoiceButtons } from '../choice-buttons.tsx';
import { ChoiceRadios } from '../choice-radios.tsx';
import type { FieldKind, InputProps } from '../field-kind.ts';
import { textLimit } from '../limits.ts';

const YES = 'yes';
const NO = 'no';

function YesNo(props: InputProps) {
  const options = [
    { value: YES, label: textLimit(props.field, 'yes') ?? props.words.yes },
    { value: NO, label: textLimit(props.field, 'no') ?? props.words.no },
  ];
  const chosen = props.value === true ? YES : props.value === false ? NO : undefined;
  const inner = {
    ...props,
    options,
    chosen,
    layout: 'row' as const,
    type: (value: Json | undefined) => props.type(value === YES),
    leave: (value: Json) => props.leave(value === YES),
  };
  return props.leavesAtOnce ? <ChoiceButtons {...inner} /> : <ChoiceRadios {...inner} />;
}

export const yesNo: FieldKind = {
  Input: YesNo,
  typed: (answer) => answer,
  answer: (typed) => typed,
};
