/** @jsxImportSource preact */
import type { PageOption } from '#contract/page.ts';
import type { InputProps } from './field-kind.ts';
import { OptionFace } from './option-face.tsx';

type ChoiceRadiosProps = InputProps & {
  readonly options: readonly PageOption[];
  readonly chosen: string | undefined;
  readonly layout: 'list' | 'row' | 'tiles';
};

/** Radio buttons: a choice is marked first and answered with Enter or the button to go on. */
export function ChoiceRadios(props: ChoiceRadiosProps) {
  const { options, chosen, layout, locked } = props;
  return (
    <div
      class={`choices choices-${layout}`}
      role="radiogroup"
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      aria-required={props.field.required || undefined}
    >
      {options.map((option, i) => (
        <label key={option.value} class="choice choice-radio" data-chosen={option.value === chosen || undefined}>
          <input
            type="radio"
            id={i === 0 ? props.id : undefined}
            name={props.id}
            value={option.value}
            checked={option.value === chosen}
            aria-disabled={locked || undefined}
            data-digit={i < 9 ? i + 1 : undefined}
            data-first={(chosen === undefined ? i === 0 : option.value === chosen) || undefined}
            onClick={(event) => locked && event.preventDefault()}
            onChange={() => !locked && props.type(option.value)}
          />
          <OptionFace option={option} digit={i < 9 ? i + 1 : undefined} />
        </label>
      ))}
    </div>
  );
}
