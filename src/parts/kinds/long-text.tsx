/** @jsxImportSource preact */
import { type FieldKind, type InputProps, textAsItIs } from '../field-kind.ts';
import { numberLimit } from '../limits.ts';

/** From how much of the room is used the rest is counted down. */
const NEARLY_FULL = 0.8;

function LongText(props: InputProps) {
  const text = typeof props.value === 'string' ? props.value : '';
  const foot = `${props.id}-foot`;
  const most = numberLimit(props.field, 'maxLength');
  return (
    <div class="long-text">
      <textarea
        class="input"
        id={props.id}
        rows={5}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy === undefined ? foot : `${props.describedBy} ${foot}`}
        aria-invalid={props.invalid || undefined}
        aria-required={props.field.required || undefined}
        readOnly={props.locked}
        data-first
        value={text}
        onInput={(event) => props.type(event.currentTarget.value)}
      />
      <p class="long-text-foot" id={foot}>
        {most !== undefined && text.length > most * NEARLY_FULL
          ? props.words.charactersLeft(most - text.length)
          : props.words.goesOn}
      </p>
    </div>
  );
}

export const longText: FieldKind = { Input: LongText, ...textAsItIs };
