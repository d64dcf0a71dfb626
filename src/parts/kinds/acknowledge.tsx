/** @jsxImportSource preact */
import { asItIs, type FieldKind, type InputProps } from '../field-kind.ts';

/** A sentence to agree to, with a box to tick; its number ticks it, too. */
function Acknowledge(props: InputProps) {
  const { field, locked } = props;
  const agreed = props.value === true;
  return (
    <div class="choices choices-list">
      <label class="choice choice-radio" data-chosen={agreed || undefined}>
        <input
          type="checkbox"
          id={props.id}
          checked={agreed}
          aria-describedby={props.describedBy}
          aria-invalid={props.invalid || undefined}
          aria-required={field.required || undefined}
          aria-disabled={locked || undefined}
          data-digit={1}
          data-first
          onClick={(event) => locked && event.preventDefault()}
          onChange={(event) => !locked && props.type(event.currentTarget.checked || undefined)}
        />
        <span class="digit" aria-hidden="true">
          1
        </span>
        <span class="choice-label" id={props.labelledBy}>
          {field.label}
        </span>
      </label>
    </div>
  );
}

export const acknowledge: FieldKind = { Input: Acknowledge, ...asItIs };
