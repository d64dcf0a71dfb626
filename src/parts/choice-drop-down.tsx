/** @jsxImportSource preact */
import type { PageOption } from '#contract/page.ts';
import type { InputProps } from './field-kind.ts';

type ChoiceDropDownProps = InputProps & {
  readonly options: readonly PageOption[];
  readonly chosen: string | undefined;
};

/** The browser's own list: it knows type-ahead, every key, and the pickers of phones. */
export function ChoiceDropDown(props: ChoiceDropDownProps) {
  return (
    <select
      class="input select"
      id={props.id}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      aria-required={props.field.required || undefined}
      aria-disabled={props.locked || undefined}
      data-first
      value={props.chosen ?? ''}
      onKeyDown={(event) => props.locked && event.key !== 'Tab' && event.preventDefault()}
      onMouseDown={(event) => props.locked && event.preventDefault()}
      onChange={(event) => props.type(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    >
      <option value="">{props.words.choose}</option>
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.heading === undefined ? option.label : `${option.heading}: ${option.label}`}
        </option>
      ))}
    </select>
  );
}
