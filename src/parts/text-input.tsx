/** @jsxImportSource preact */
import type { Ref, TargetedInputEvent } from 'preact';
import { assertNever } from '#prelude/assert-never.ts';
import type { InputProps } from './field-kind.ts';

type TextInputProps = InputProps & {
  readonly control?: 'text' | 'tel' | 'password';
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email';
  readonly placeholder?: string | undefined;
  readonly class?: string;
  /** What of the person's own the browser may fill in, where that person is at the player. */
  readonly fill?: string;
  /** Anything but words: nothing is corrected or begun with a capital. */
  readonly verbatim?: boolean;
  readonly innerRef?: Ref<HTMLInputElement>;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

/** One line to type into. Enter goes on from it, as everywhere on the page. */
export function TextInput(props: TextInputProps) {
  const { control = 'text' } = props;
  const shared = {
    ...(props.innerRef ? { ref: props.innerRef } : {}),
    class: `input ${props.class ?? ''}`,
    id: props.id,
    inputMode: props.inputMode ?? 'text',
    autocomplete: props.served && props.fill !== undefined ? props.fill : 'off',
    spellcheck: !props.verbatim,
    autocapitalize: props.verbatim ? ('none' as const) : undefined,
    placeholder: props.placeholder,
    'aria-labelledby': props.labelledBy,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid || undefined,
    'aria-required': props.field.required || undefined,
    readOnly: props.locked,
    'data-first': true,
    value: typeof props.value === 'string' ? props.value : '',
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => props.type(event.currentTarget.value),
    onKeyDown: props.onKeyDown,
  };
  switch (control) {
    case 'text':
      return <input type="text" {...shared} />;
    case 'tel':
      return <input type="tel" {...shared} />;
    case 'password':
      return <input type="password" {...shared} />;
    default:
      return assertNever(control);
  }
}
