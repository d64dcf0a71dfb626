/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import { asItIs, type FieldKind, type InputProps } from '../field-kind.ts';
import { numberLimit, textLimit } from '../limits.ts';
import { focusMover } from '../move-focus.ts';

const USUAL = 5;

/** The numbers of a scale, a key each (`0` is the ten), with words at both ends. */
function Rating(props: InputProps) {
  const scale = numberLimit(props.field, 'scale') ?? USUAL;
  const lowest = textLimit(props.field, 'lowest');
  const highest = textLimit(props.field, 'highest');
  const label = (n: number) => {
    const meant = n === 1 ? lowest : n === scale ? highest : undefined;
    const said = props.words.ratingOf(n, scale);
    return meant === undefined ? said : `${said}: ${meant}`;
  };
  const numbers = Array.from({ length: scale }, (_, i) => i + 1);
  const Numbers = props.leavesAtOnce ? NumberButtons : NumberRadios;
  return (
    <div class="rating">
      <Numbers input={props} numbers={numbers} label={label} />
      {(lowest !== undefined || highest !== undefined) && (
        <p class="rating-ends" aria-hidden="true">
          <span>{lowest !== undefined && `1 ${lowest}`}</span>
          <span>{highest !== undefined && `${scale} ${highest}`}</span>
        </p>
      )}
    </div>
  );
}

interface NumbersProps {
  readonly input: InputProps;
  readonly numbers: readonly number[];
  label(n: number): string;
}

/** Pressing a number answers. */
function NumberButtons({ input, numbers, label }: NumbersProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  const move = useRef(focusMover());
  return (
    <fieldset
      ref={group}
      class="rating-numbers"
      aria-labelledby={input.labelledBy}
      aria-describedby={input.describedBy}
      onKeyDown={(event) => move.current(event, [...(group.current?.querySelectorAll('button') ?? [])], [])}
    >
      {numbers.map((n) => (
        <button
          key={n}
          type="button"
          class="choice rating-number"
          aria-label={label(n)}
          aria-disabled={input.locked}
          aria-keyshortcuts={String(n % 10)}
          data-earlier={input.value === n || undefined}
          {...placeOf(input, n)}
          onClick={() => !input.locked && input.leave(n)}
        >
          {n}
        </button>
      ))}
    </fieldset>
  );
}

/** A number is marked first, and taken back by pressing it again. */
function NumberRadios({ input, numbers, label }: NumbersProps) {
  const mark = (n: number) => !input.locked && input.type(input.value === n ? undefined : n);
  return (
    <div
      class="rating-numbers"
      role="radiogroup"
      aria-labelledby={input.labelledBy}
      aria-describedby={input.describedBy}
      aria-invalid={input.invalid || undefined}
      aria-required={input.field.required || undefined}
    >
      {numbers.map((n) => (
        <label key={n} class="choice rating-number" data-chosen={input.value === n || undefined}>
          <input
            class="rating-radio"
            type="radio"
            name={input.id}
            value={n}
            checked={input.value === n}
            aria-label={label(n)}
            aria-disabled={input.locked || undefined}
            {...placeOf(input, n)}
            onClick={() => mark(n)}
          />
          <span aria-hidden="true">{n}</span>
        </label>
      ))}
    </div>
  );
}

function placeOf({ id, value }: InputProps, n: number) {
  const isFirst = typeof value === 'number' ? value === n : n === 1;
  return { id: n === 1 ? id : undefined, 'data-digit': n % 10, 'data-first': isFirst || undefined };
}

export const rating: FieldKind = { Input: Rating, ...asItIs };
