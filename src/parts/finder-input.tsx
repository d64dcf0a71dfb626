/** @jsxImportSource preact */
import type { InputProps } from './field-kind.ts';
import type { FoundOption } from './find-options.ts';

interface FinderInputProps {
  readonly input: InputProps;
  readonly text: string;
  readonly placeholder: string;
  readonly marked: FoundOption | undefined;
  find(text: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** The input above a finder's list; the list below is the only one it has, and it is always open. */
export function FinderInput({ input, text, placeholder, marked, find, onKeyDown }: FinderInputProps) {
  const { id } = input;
  return (
    <input
      class="input"
      id={id}
      role="combobox"
      type="text"
      autocomplete="off"
      spellcheck={false}
      placeholder={placeholder}
      aria-labelledby={input.labelledBy}
      aria-describedby={input.describedBy}
      aria-invalid={input.invalid || undefined}
      aria-required={input.field.required || undefined}
      aria-autocomplete="list"
      aria-expanded="true"
      aria-controls={`${id}-list`}
      aria-activedescendant={marked ? `${id}-${marked.n}` : undefined}
      readOnly={input.locked}
      data-first
      value={text}
      onInput={(event) => find(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
