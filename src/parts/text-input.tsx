/** @jsxImportSource preact */
import type { InputProps } from './field-kind.ts';

type TextInputProps = InputProps & {
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
  readonly placeholder?: string;
  readonly class?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

/** One line to type into. Enter goes on from it, as everywhere on the page. */
export function TextInput(props: TextInputProps) {
  return (
    <input
      class={`input ${props.class ?? ''}`}
      id={props.id}
      type="text"
      inputMode={props.inputMode ?? 'text'}
      autocomplete="off"
      placeholder={props.placeholder}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      aria-required={props.field.required || undefined}
      readOnly={props.locked}
      data-first
      value={typeof props.value === 'string' ? props.value : ''}
      onInput={(event) => props.type(event.currentTarget.value)}
      onKeyDown={props.onKeyDown}
    />
  );
}
